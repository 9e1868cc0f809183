extension TextTable {
    /// The headings and their underline in the Markdown of GitHub and DocC, to be printed before the rows.
    public var markdownHead: [String] {
        let underline = columns.indices.map { standsRight($0) ? "---:" : "---" }
        return [markdownLine(columns.map(\.heading)), "| \(underline.joined(separator: " | ")) |"]
    }

    /// One row of the table, for rows that are printed when they are known.
    public func markdownLine(_ row: [String]) -> String {
        "| \(completed(row).map(Self.escaped).joined(separator: " | ")) |"
    }

    /// A bar would begin another cell, a line feed another row.
    private static func escaped(_ cell: String) -> String {
        String(cell.map { $0.isNewline ? " " : $0 }).replacing("|", with: "\\|")
    }
}
