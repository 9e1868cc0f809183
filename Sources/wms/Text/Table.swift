import Common

/// Rows under headings, columns as wide as their widest cell; numbers stand to the right.
///
///     BIN       SKU        ON HAND
///     B-3-12    WATER-5L        12
struct Table {
    let headings: [String]
    let rows: [[String]]

    private static let gap = "  "

    var text: String {
        let widths = headings.indices.map { column in
            max(headings[column].columns, rows.map { $0[column].columns }.max() ?? 0)
        }
        let isRight = headings.indices.map { column in
            !rows.isEmpty && rows.allSatisfy { $0[column].isEmpty || Self.isNumber($0[column]) }
        }
        let lines = ([headings.map { $0.uppercased() }] + rows).map { cells in
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
