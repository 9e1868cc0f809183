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

    /// - Throws: ``ElementRefusal/Reason/notAllowed(wanted:)``; a value that is not there is none of its business.
    func check(_ value: JSONValue?) throws(ElementRefusal.Reason) {
        guard let value, value != .null else { return }
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
            let value = DataScope(data)[field.path]
            do throws(ElementRefusal.Reason) {
                try field.check(value)
            } catch {
                throw .refused(
                    ElementRefusal(
                        template: name, element: "field \(field.path)",
                        value: value.map { $0.string ?? $0.description } ?? "", reason: error))
            }
        }
    }
}
