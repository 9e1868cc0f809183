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

    /// What a cell's text stands for; nil where it is written in another way, as ``wanted`` then says.
    func value(of cell: String) -> JSONValue? { Self.value(of: cell, as: param.type) }

    /// How a cell is written, as in `give a whole number`.
    var wanted: String { Self.wanted(as: param.type) }

    private static func value(of cell: String, as type: ParamType) -> JSONValue? {
        switch type {
        case .whole: Int(cell).map { .int($0) }
        case .decimal: Double(cell).map { .double($0) }
        case .flag: flag(cell).map { .bool($0) }
        case .sizeMM: sides(cell).map { .array($0) }
        case .list(let element, _): elements(cell, as: element).map { .array($0) }
        case .choiceOrList(let words, let others):
            words.contains(cell)
                ? .string(cell) : value(of: cell, as: .list(of: .choice(others), max: others.count))
        default: .string(cell)
        }
    }

    private static func sides(_ cell: String) -> [JSONValue]? {
        let parts = cell.split { "xX×* ".contains($0) }
        let sides = parts.compactMap { Int($0) }
        return parts.count == 3 && sides.count == 3 ? sides.map { JSONValue.int($0) } : nil
    }

    private static func elements(_ cell: String, as type: ParamType) -> [JSONValue]? {
        let parts = cell.split { " ;,".contains($0) }
        let elements = parts.compactMap { value(of: String($0), as: type) }
        return elements.count == parts.count ? elements : nil
    }

    private static func wanted(as type: ParamType) -> String {
        switch type {
        case .whole: "a whole number"
        case .decimal: "a number"
        case .flag: "yes or no"
        case .sizeMM: "length x width x height in mm, such as 120x80x60"
        case .list(let element, _): "\(wanted(as: element)), or several separated by spaces"
        default: "\(type)"
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
