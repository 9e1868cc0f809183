import Common
import JSON

/// An answer as a person reads it: names and values in two columns, lists of objects as tables below.
///
/// A list of objects inside a row of a table is counted there, and shown below where the table has one row. A
/// table that is wider than the terminal is written row by row, each as names and values.
struct PlainText {
    private let value: JSONValue
    /// Of the terminal; nil where lines are never broken.
    private let columns: Int?

    init(of value: JSONValue, columns: Int? = nil) {
        self.value = value
        self.columns = columns
    }

    var text: String {
        switch value {
        case .object(let object): text(of: object)
        case .array(let elements): text(of: elements)
        default: Self.inline(value)
        }
    }

    private func text(of object: JSONObject) -> String {
        let facts = object.members.filter { !Self.isTable($0.value) }
        let list = facts.isEmpty ? [] : [factList(facts).text]
        return (list + tables(in: object)).joined(separator: "\n\n")
    }

    private func tables(in object: JSONObject) -> [String] {
        object.members.filter { Self.isTable($0.value) }.map { key, value in
            "\(Self.label(key)):\n\(text(of: value.array ?? []))"
        }
    }

    private func text(of elements: [JSONValue]) -> String {
        if elements.isEmpty { return "none" }
        let objects = elements.compactMap(\.object)
        guard objects.count == elements.count else {
            return elements.map { Self.inline($0) }.joined(separator: "\n")
        }
        let text = rows(objects)
        return objects.count == 1 ? ([text] + tables(in: objects[0])).joined(separator: "\n\n") : text
    }

    private func rows(_ objects: [JSONObject]) -> String {
        var keys: [String] = []
        for object in objects { for key in object.keys where !keys.contains(key) { keys.append(key) } }
        let counted = keys.filter { key in objects.contains { $0[key].map(Self.isTable) ?? false } }
        let cell = { (object: JSONObject, key: String) -> String in
            guard let value = object[key] else { return "" }
            return counted.contains(key) ? "\(value.array?.count ?? 0)" : Self.inline(value, of: key)
        }
        let table = Table(
            headings: keys.map(Self.label), rows: objects.map { row in keys.map { cell(row, $0) } })
        guard let columns, table.columns > columns else { return table.text }
        return objects.map { object in
            FactList(
                object.keys.map { (Self.label($0), .line(cell(object, $0))) }, columns: columns
            ).text
        }.joined(separator: "\n\n")
    }

    private func factList(_ members: [(key: String, value: JSONValue)]) -> FactList {
        FactList(members.map { (Self.label($0.key), Self.fact($0.value, of: $0.key)) }, columns: columns)
    }

    private static func fact(_ value: JSONValue, of key: String) -> FactList.Value {
        if let text = value.string, text.contains(where: \.isNewline) { return .block(text) }
        let texts = value.array?.compactMap(\.string) ?? []
        if texts.contains(where: isSentence), texts.count == value.array?.count { return .lines(texts) }
        return .line(inline(value, of: key))
    }

    private static func isSentence(_ text: String) -> Bool { text.contains(" ") && text.hasSuffix(".") }

    private static func isTable(_ value: JSONValue) -> Bool {
        value.array?.contains { $0.object != nil } ?? false
    }

    /// The value on one line, as the member `key` of an object holds it.
    static func inline(_ value: JSONValue, of key: String = "") -> String {
        switch value {
        case .null: ""
        case .bool(let value): value ? "yes" : "no"
        case .string(let text): text
        case .array([]): "none"
        case .array(let elements):
            elements.map { inline($0) }.joined(separator: separator(of: elements, key))
        case .object(let object) where object.isEmpty: "none"
        case .object(let object):
            object.members.map { "\(label($0.key)) \(enclosed($0.value, of: $0.key))" }.joined(
                separator: ", ")
        default: value.description
        }
    }

    /// What has names of its own stands in brackets behind its name: `lines (sku TEA, qty 2; sku WATER-5L, qty 1)`.
    private static func enclosed(_ value: JSONValue, of key: String) -> String {
        let hasNames = isTable(value) || value.object?.isEmpty == false
        return hasNames ? "(\(inline(value, of: key)))" : inline(value, of: key)
    }

    /// Sizes read `120×80×60`, other lists are parted by commas, and what holds commas itself by semicolons.
    private static func separator(of elements: [JSONValue], _ key: String) -> String {
        if isSize(key), elements.allSatisfy({ $0.int != nil }) { return "×" }
        return elements.contains { $0.object != nil } ? "; " : ", "
    }

    /// `size_mm`, `inner_mm`, `outer_mm`; `at_mm` is a place.
    private static func isSize(_ key: String) -> Bool { key.hasSuffix("_mm") && key != "at_mm" }

    private static func label(_ key: String) -> String { key.replacing("_", with: " ") }
}
