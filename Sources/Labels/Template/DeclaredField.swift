internal import JSON

/// A key of the data that a template declares, and what may stand in it.
struct DeclaredField: Sendable {
    enum Rule: Sendable {
        /// A whole number from 1.
        case count
        case oneOf([String])
    }

    let path: DataPath
    var rule: Rule?

    /// Its values in the data; one for each row where the path leads through a list.
    func values(in data: JSONValue) -> [JSONValue] { Self.values(path.names[...], in: data) }

    private static func values(_ names: ArraySlice<String>, in value: JSONValue) -> [JSONValue] {
        guard let name = names.first else { return value == .null ? [] : [value] }
        if let rows = value.array { return rows.flatMap { values(names, in: $0) } }
        return value[name].map { values(names.dropFirst(), in: $0) } ?? []
    }

    /// - Throws: ``ElementRefusal/Reason/notAllowed(wanted:)``
    func check(_ value: JSONValue) throws(ElementRefusal.Reason) {
        switch rule {
        case nil: return
        case .count: if (value.int ?? 0) < 1 { throw .notAllowed(wanted: "a whole number from 1") }
        case .oneOf(let words):
            if !words.contains(where: { value.string == $0 }) {
                throw .notAllowed(wanted: words.joined(separator: " or "))
            }
        }
    }
}

extension Design {
    /// Checks the data against what the template declares of its fields.
    func checkFields(_ data: JSONValue) throws(LabelError) {
        for field in fields ?? [] where field.rule != nil {
            for value in field.values(in: data) {
                do throws(ElementRefusal.Reason) {
                    try field.check(value)
                } catch {
                    throw .refused(
                        ElementRefusal(
                            template: name, element: "field \(field.path)",
                            value: value.string ?? value.description, reason: error))
                }
            }
        }
    }
}
