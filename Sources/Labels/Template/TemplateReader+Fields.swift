internal import Yams

extension TemplateReader {
    /// The keys of the data that the template says it uses; nil where it says nothing.
    ///
    ///     fields: [bin, name, arrow: [up, down], copy: count]
    static func declaredFields(_ fields: TemplateFields, log: FaultLog) -> [DeclaredField]? {
        guard let node = fields["fields"] else { return nil }
        guard let entries = node.sequence else {
            return log.note(node, "\"fields\" must be a list of keys, as in [sscc, ship_to.name]")
        }
        return entries.flatMap { entry in
            guard let members = entry.mapping else {
                return [field(entry, rule: nil, log)].compactMap(\.self)
            }
            return members.compactMap { field($0.key, rule: $0.value, log) }
        }
    }

    private static func field(_ name: Node, rule: Node?, _ log: FaultLog) -> DeclaredField? {
        guard let path = name.scalar.flatMap({ DataPath($0.string) }) else {
            return log.note(name, "this is no key; keys are letters, digits and _, joined by dots")
        }
        guard let rule else { return DeclaredField(path: path) }
        if rule.scalar?.string == "count" { return DeclaredField(path: path, rule: .count) }
        let words = (rule.sequence.map(Array.init) ?? []).compactMap { $0.scalar?.string }
        guard !words.isEmpty, words.count == rule.sequence?.count else {
            return log.note(rule, "a field is a list of the words that it may be, as in [up, down], or count")
        }
        return DeclaredField(path: path, rule: .oneOf(words))
    }
}
