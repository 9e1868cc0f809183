import Common

/// How a prompt and the line behind it lie on the rows of a terminal.
///
/// Every row is broken here, one column before the terminal would do it, so that where the cursor stands never
/// depends on how a terminal breaks lines.
struct LineView: Equatable {
    /// The rows that are shown: all, or those around the cursor where there are more than the screen has.
    private(set) var rows: [String]
    private(set) var cursorRow: Int
    private(set) var cursorColumn: Int
    /// What may follow, shown faint behind the last row.
    private(set) var hint = ""

    init(prompt: String, line: EditedLine, hint: String, columns: Int, screenRows: Int) {
        let width = max(2, columns - 1)
        var layout = Layout(width: width)
        for character in prompt.prefix(columns: width / 2) { layout.place(character) }
        for (index, character) in line.characters.enumerated() {
            if index == line.cursor { layout.placeCursor(before: character) }
            layout.place(character)
        }
        if line.isCursorAtEnd { layout.placeCursor(before: " ") }
        (rows, cursorRow, cursorColumn) = (layout.rows, layout.cursor.row, layout.cursor.column)
        showAround(cursorRow, screenRows: max(1, screenRows - 1))
        if line.isCursorAtEnd, cursorRow == rows.count - 1 {
            self.hint = hint.cut(toColumns: width - cursorColumn)
        }
    }

    /// The codes that draw it where another view stood before.
    ///
    /// - Parameter previous: of which the cursor's row is where the terminal's cursor stands.
    func codes(over previous: LineView?, hasColours: Bool) -> String {
        let faint = hasColours && !hint.isEmpty ? "\u{1B}[2m\(hint)\u{1B}[0m" : ""
        return Self.up(previous?.cursorRow ?? 0) + "\r\u{1B}[J" + rows.joined(separator: "\r\n") + faint
            + Self.up(rows.count - 1 - cursorRow) + "\r" + Self.right(cursorColumn)
    }

    /// The codes that leave it as it is and go on below.
    var codesToLeave: String {
        let below = rows.count - 1 - cursorRow
        return (below > 0 ? "\u{1B}[\(below)B" : "") + "\r\n"
    }

    private mutating func showAround(_ row: Int, screenRows: Int) {
        guard rows.count > screenRows else { return }
        let first = min(max(0, row - screenRows + 1), rows.count - screenRows)
        rows = Array(rows[first..<first + screenRows])
        cursorRow = row - first
    }

    private static func up(_ count: Int) -> String { count > 0 ? "\u{1B}[\(count)A" : "" }
    private static func right(_ count: Int) -> String { count > 0 ? "\u{1B}[\(count)C" : "" }

    private struct Layout {
        let width: Int
        private(set) var rows = [""]
        private(set) var cursor = (row: 0, column: 0)
        private var column = 0

        init(width: Int) { self.width = width }

        mutating func placeCursor(before character: Character) {
            makeRoom(for: character)
            cursor = (rows.count - 1, column)
        }

        mutating func place(_ character: Character) {
            makeRoom(for: character)
            rows[rows.count - 1].append(character)
            column += character.columns
        }

        private mutating func makeRoom(for character: Character) {
            guard column + character.columns > width else { return }
            rows.append("")
            column = 0
        }
    }
}
