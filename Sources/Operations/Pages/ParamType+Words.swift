import LineProtocol

extension ParamType {
    /// The type of what the daemon writes, without bounds, which are for those who write to it.
    var words: String {
        switch self {
        case .whole: "whole number"
        case .decimal: "number"
        case .digits(let range) where range.lowerBound == range.upperBound: "\(range.lowerBound) digits"
        case .time: "time, as 2026-05-06T14:00:00.000Z"
        case .list(let element, _): "list: \(element.words)"
        case .map(let element): "object of names, each \(element.words)"
        case .untouched: "object"
        default: description
        }
    }
}
