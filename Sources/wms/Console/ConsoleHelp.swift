import Common

/// The answer to `help` at the prompt, from this program's own catalogue.
struct ConsoleHelp {
    /// Of the terminal; nil where lines are never broken.
    let columns: Int?

    /// All methods; one, by its name; or those whose names begin so. Nil where there is none of that name.
    func text(for name: String?) -> String? {
        guard let name else { return (Catalogue.areas.map(text) + [end]).joined(separator: "\n\n") }
        if let method = Catalogue.method(named: name) { return MethodHelp(method, columns: columns).text }
        let area = Catalogue.methods.filter { $0.name.hasPrefix(name) }
        return area.isEmpty ? nil : list(area)
    }

    private var end: String {
        let text = "help METHOD says what one needs and answers, help stock lists those that begin so."
        return text.broken(toColumns: columns)
    }

    private func text(of area: Catalogue.Area) -> String { "\(area.title)\n\(list(area.methods))" }

    /// With what each does beside its name; where that would be cut to a word or two, below it.
    private func list(_ methods: [ShownMethod]) -> String {
        let width = Catalogue.methods.map(\.name.columns).max() ?? 0
        let isNarrow = columns.map { $0 - width < Self.summaryColumnsMin } ?? false
        return methods.map { method in
            if isNarrow {
                return "  \(method.name)\n    \(method.summary)".broken(toColumns: columns, indent: "    ")
            }
            let line = "  \(method.name.padded(toColumns: width))  \(method.summary)"
            return columns.map { line.cut(toColumns: $0) } ?? line
        }.joined(separator: "\n")
    }

    private static let summaryColumnsMin = 20
}
