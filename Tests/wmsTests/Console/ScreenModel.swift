import Common

/// A terminal's screen as far as the line editor uses it: it wraps behind the last column, scrolls at the bottom,
/// and knows a few of the codes of ECMA-48.
struct ScreenModel {
    let columns: Int
    let rows: Int
    private var cells: [[Character]]
    private(set) var row = 0
    private(set) var column = 0

    init(columns: Int, rows: Int) {
        (self.columns, self.rows) = (columns, rows)
        cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    }

    /// The rows, without the spaces at their ends.
    var lines: [String] {
        cells.map { row in
            String(row.prefix((row.lastIndex { $0 != " " } ?? -1) + 1).filter { $0 != "\u{0}" })
        }
    }

    mutating func write(_ codes: String) {
        var rest = Array(codes)[...]
        while let character = rest.popFirst() {
            switch character {
            case "\r\n": newLine(andReturn: true)
            case "\r": column = 0
            case "\n": newLine(andReturn: false)
            case "\u{7}": break
            case "\u{1B}":
                rest = rest.dropFirst()
                let parameters = rest.prefix { !$0.isLetter }
                rest = rest.dropFirst(parameters.count)
                obey(rest.popFirst() ?? " ", String(parameters))
            default: put(character)
            }
        }
    }

    private mutating func put(_ character: Character) {
        let width = character.columns
        if column + width > columns { newLine(andReturn: true) }
        cells[row][column] = character
        // The other half of a wide character.
        if width == 2 { cells[row][column + 1] = "\u{0}" }
        column += width
    }

    private mutating func newLine(andReturn: Bool) {
        if andReturn { column = 0 }
        row += 1
        if row == rows {
            row -= 1
            cells.removeFirst()
            cells.append(Array(repeating: " ", count: columns))
        }
    }

    private mutating func obey(_ code: Character, _ parameters: String) {
        let count = Int(parameters) ?? 1
        switch code {
        case "A": row = max(0, row - count)
        case "B": row = min(rows - 1, row + count)
        case "C": column = min(columns - 1, column + count)
        case "J":
            for index in column..<columns { cells[row][index] = " " }
            for below in (row + 1)..<max(row + 1, rows) {
                cells[below] = Array(repeating: " ", count: columns)
            }
            if parameters == "2" { cells = cells.map { $0.map { _ in " " } } }
        case "H": (row, column) = (0, 0)
        default: break
        }
    }
}
