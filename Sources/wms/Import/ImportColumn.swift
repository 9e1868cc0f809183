import JSON
import LineProtocol

/// One column that a CSV file may have: the param it fills, whose type says how a cell is read.
struct ImportColumn {
    /// Dotted where the param lies inside another.
    let name: String
    let param: Param
    let isRequired: Bool

    /// What a person who fills the column must know.
    var meaning: String {
        let form = Self.form(of: param.type).map { " \($0)" } ?? ""
        return "\(param.doc)\(form)\(isRequired ? " Required." : "")"
    }

    /// What a cell's text stands for. What cannot be read so stays a text, which the check of the row names.
    func value(of cell: String) -> JSONValue { Self.value(of: cell, as: param.type) }

    private static func value(of cell: String, as type: ParamType) -> JSONValue {
        switch type {
        case .whole: Int(cell).map { .int($0) } ?? .string(cell)
        case .decimal: Double(cell).map { .double($0) } ?? .string(cell)
        case .flag: flag(cell).map { .bool($0) } ?? .string(cell)
        case .sizeMM:
            .array(cell.split { "xX×* ".contains($0) }.map { value(of: String($0), as: .whole(1...1)) })
        case .list(let element, _):
            .array(cell.split { " ;,".contains($0) }.map { value(of: String($0), as: element) })
        case .choiceOrList(let words, let others):
            words.contains(cell)
                ? .string(cell) : value(of: cell, as: .list(of: .choice(others), max: others.count))
        default: .string(cell)
        }
    }

    private static func flag(_ cell: String) -> Bool? {
        switch cell.lowercased() {
        case "yes", "true", "1": true
        case "no", "false", "0": false
        default: nil
        }
    }

    private static func form(of type: ParamType) -> String? {
        switch type {
        case .sizeMM: "Length x width x height in mm: 120x80x60."
        case .flag: "yes or no."
        case .list: "Separated by spaces."
        case .choice(let words): "One of \(words.joined(separator: ", "))."
        case .choiceOrList(let words, let others):
            "One of \(words.joined(separator: ", ")), or some of \(others.joined(separator: " "))."
        case .date: "As 2027-01-31."
        case .money: "As 4.20."
        default: nil
        }
    }
}
