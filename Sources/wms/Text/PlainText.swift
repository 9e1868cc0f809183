import Common
import JSON

/// An answer as a person reads it: names and values in two columns, lists of objects as tables below.
struct PlainText {
    private let value: JSONValue

    init(of value: JSONValue) { self.value = value }

    var text: String {
        switch value {
        case .object(let object): Self.text(of: object)
        case .array(let elements): Self.text(of: elements)
        default: Self.inline(value)
        }
    }

    private static func text(of object: JSONObject) -> String {
        let isTable = { (value: JSONValue) in value.array?.contains { $0.object != nil } ?? false }
        let facts = object.members.filter { !isTable($0.value) }
        let width = facts.map(\.key.columns).max() ?? 0
        let lines = facts.map { key, value in
            "\(label(key).padding(to: width))  \(inline(value))".trimmingTrailingSpaces
        }
        let tables = object.members.filter { isTable($0.value) }.map { key, value in
            "\(label(key)):\n\(text(of: value.array ?? []))"
        }
        return ((lines.isEmpty ? [] : [lines.joined(separator: "\n")]) + tables).joined(separator: "\n\n")
    }

    private static func text(of elements: [JSONValue]) -> String {
        if elements.isEmpty { return "none" }
        guard elements.allSatisfy({ $0.object != nil }) else {
            return elements.map(inline).joined(separator: "\n")
        }
        var headings: [String] = []
        for case .object(let object) in elements {
            for key in object.keys where !headings.contains(key) { headings.append(key) }
        }
        let rows = elements.map { element in headings.map { element[$0].map(inline) ?? "" } }
        return Table(headings: headings.map(label), rows: rows).text
    }

    /// The value on one line.
    static func inline(_ value: JSONValue) -> String {
        switch value {
        case .null: ""
        case .bool(let value): value ? "yes" : "no"
        case .string(let text): text
        case .array([]): "none"
        case .array(let elements):
            elements.map(inline).joined(separator: separator(of: elements))
        case .object(let object):
            object.members.map { "\(label($0.key)) \(inline($0.value))" }.joined(separator: ", ")
        default: value.description
        }
    }

    /// Sizes read `120×80×60`, texts are parted by commas, and what holds commas itself by semicolons.
    private static func separator(of elements: [JSONValue]) -> String {
        if elements.allSatisfy({ $0.int != nil }) { return "×" }
        return elements.contains { $0.object != nil } ? "; " : ", "
    }

    private static func label(_ key: String) -> String { key.replacing("_", with: " ") }
}

extension String {
    func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - columns)) }
}
