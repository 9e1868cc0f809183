import Common

/// Rows under headings, as a terminal may be sent them.
///
///     BIN       SKU        ON HAND
///     B-3-12    WATER-5L        12
struct Table {
    private let lines: [String]

    init(headings: [String], rows: [[String]]) {
        lines =
            TextTable(
                headings: headings.map { $0.terminalSafeLine.uppercased() },
                rows: rows.map { $0.map(\.terminalSafeLine) }
            ).lines
    }

    /// How many columns of the terminal its widest line takes.
    var columns: Int { lines.map(\.columns).max() ?? 0 }

    var text: String { lines.joined(separator: "\n") }
}
