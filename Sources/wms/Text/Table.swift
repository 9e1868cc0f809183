import Drawing

/// Rows under headings, columns as wide as their widest cell; numbers stand to the right.
///
///     BIN       SKU        ON HAND
///     B-3-12    WATER-5L        12
struct Table {
    private let headings: [String]
    private let rows: [[String]]
    private let widths: [Int]

    private static let gap = "  "

    init(headings: [String], rows: [[String]]) {
        let headings = headings.map { $0.terminalSafeLine.uppercased() }
        let rows = rows.map { $0.map(\.terminalSafeLine) }
        widths = headings.indices.map { column in
            ([headings] + rows).map { $0[column].columns }.max() ?? 0
        }
        (self.headings, self.rows) = (headings, rows)
    }

    /// How many columns of the terminal its widest line may take.
    var columns: Int { widths.reduce(0, +) + max(0, widths.count - 1) * Self.gap.columns }

    var text: String {
        let isRight = headings.indices.map { column in
            !rows.isEmpty && rows.allSatisfy { $0[column].isEmpty || Self.isNumber($0[column]) }
        }
        let lines = ([headings] + rows).map { cells in
            cells.indices.map { Self.padded(cells[$0], to: widths[$0], right: isRight[$0]) }
                .joined(separator: Self.gap).trimmingTrailingSpaces
        }
        return lines.joined(separator: "\n")
    }

    private static func padded(_ cell: String, to width: Int, right: Bool) -> String {
        let space = String(repeating: " ", count: width - cell.columns)
        return right ? space + cell : cell + space
    }

    private static func isNumber(_ cell: String) -> Bool {
        cell.allSatisfy { $0.isNumber || $0 == "." || $0 == "-" } && cell.contains(where: \.isNumber)
            && Double(cell) != nil
    }
}

extension String {
    var trimmingTrailingSpaces: String {
        guard let last = lastIndex(where: { $0 != " " }) else { return "" }
        return String(self[...last])
    }

    func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - columns)) }
}
