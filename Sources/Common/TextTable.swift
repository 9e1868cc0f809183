/// Rows of text in columns, each as wide as its widest cell: for terminals, or as Markdown.
///
///     let table = TextTable(headings: ["BIN", "ON HAND"], rows: [["B-3-12", "12"], ["D-1-05", "3"]])
///     print(table.text)
///
///     BIN     ON HAND
///     B-3-12       12
///     D-1-05        3
///
/// A wide East Asian character occupies two columns of the terminal (``Swift/String/columns``). A row with fewer
/// cells than there are columns has empty ones at its end; cells that are too many are left out.
public struct TextTable: Sendable {
    /// Where the cells of a column stand.
    public enum Alignment: Sendable {
        case left, right
        /// To the right where every cell that is not empty is a number, else to the left.
        case byContent
    }

    /// One column of the table.
    public struct Column: Sendable {
        public var heading: String
        public var alignment: Alignment

        public init(_ heading: String = "", _ alignment: Alignment = .byContent) {
            (self.heading, self.alignment) = (heading, alignment)
        }
    }

    public var columns: [Column]
    public var rows: [[String]]
    /// Spaces between two columns; Markdown has its own separator.
    public var gap: Int

    public init(columns: [Column], rows: [[String]] = [], gap: Int = 2) {
        (self.columns, self.rows, self.gap) = (columns, rows, gap)
    }

    /// Columns whose cells stand by their content.
    public init(headings: [String], rows: [[String]] = [], gap: Int = 2) {
        self.init(columns: headings.map { Column($0) }, rows: rows, gap: gap)
    }

    /// Columns without headings.
    public init(alignments: [Alignment], rows: [[String]] = [], gap: Int = 2) {
        self.init(columns: alignments.map { Column("", $0) }, rows: rows, gap: gap)
    }

    /// The headings, where there are any, and the rows; no line ends in spaces.
    ///
    /// - Complexity: linear in the length of the text.
    public var lines: [String] {
        let hasHeadings = columns.contains { !$0.heading.isEmpty }
        let cells = (hasHeadings ? [columns.map(\.heading)] : []) + rows.map(completed)
        let widths = columns.indices.map { column in cells.map { $0[column].columns }.max() ?? 0 }
        let isRight = columns.indices.map(standsRight)
        let space = String(repeating: " ", count: gap)
        return cells.map { row in
            row.indices.map { row[$0].padded(toColumns: widths[$0], isRight: isRight[$0]) }
                .joined(separator: space).trimmingTrailingSpaces
        }
    }

    /// The lines as one text, without a line feed at its end.
    public var text: String { lines.joined(separator: "\n") }

    /// The row with a cell in every column.
    func completed(_ row: [String]) -> [String] {
        columns.indices.map { $0 < row.count ? row[$0] : "" }
    }

    /// Whether the cells of `column` stand to the right.
    func standsRight(_ column: Int) -> Bool {
        switch columns[column].alignment {
        case .left: return false
        case .right: return true
        case .byContent:
            let cells = rows.lazy.map { column < $0.count ? $0[column] : "" }
            return !rows.isEmpty && cells.allSatisfy { $0.isEmpty || Self.isNumber($0) }
        }
    }

    private static func isNumber(_ cell: String) -> Bool {
        cell.allSatisfy { $0.isNumber || $0 == "." || $0 == "-" } && cell.contains(where: \.isNumber)
            && Double(cell) != nil
    }
}
