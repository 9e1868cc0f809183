/// One named value of a request or of a settings file: its type, whether it must be there, and what it says.
public struct Param: Sendable, Equatable {
    public let name: String
    public let type: ParamType
    public let isRequired: Bool
    /// One sentence for `help` and the protocol page.
    public let doc: String

    public static func required(_ name: String, _ type: ParamType, _ doc: String) -> Param {
        Param(name: name, type: type, isRequired: true, doc: doc)
    }

    public static func optional(_ name: String, _ type: ParamType, _ doc: String) -> Param {
        Param(name: name, type: type, isRequired: false, doc: doc)
    }
}

/// What ties several params of one method together.
public enum ParamRule: Sendable, Equatable {
    /// One of these must be given, and no two. A flag that is false counts as not given.
    case exactlyOne([String])
    /// No two of these may be given.
    case atMostOne([String])
}

extension ParamRule: CustomStringConvertible {
    public var description: String {
        switch self {
        case .exactlyOne(let names): "exactly one of \(names.joined(separator: ", "))"
        case .atMostOne(let names): "at most one of \(names.joined(separator: ", "))"
        }
    }
}
