import Common

/// What a word may become, listed below it: with what each means where there is room, else in columns.
struct CandidateList {
    private let candidates: [LineCompletion.Candidate]
    private let columns: Int
    private let rows: Int

    private static let gap = "  "
    /// A note of fewer columns would say nothing.
    private static let noteColumnsMin = 16

    /// - Parameter rows: of the screen, of which the line that is typed needs some.
    init(_ candidates: [LineCompletion.Candidate], columns: Int, rows: Int) {
        (self.candidates, self.columns, self.rows) = (candidates, columns, rows)
    }

    var text: String {
        let width = candidates.map(\.text.columns).max() ?? 0
        let noteColumns = columns - 1 - width - Self.gap.columns
        let hasNotes = candidates.count < rows - 2 && noteColumns >= Self.noteColumnsMin
        let lines = hasNotes ? withNotes(width) : inColumns(width)
        return lines.map { $0.terminalSafeLine.trimmingTrailingSpaces.cut(toColumns: columns - 1) }
            .joined(separator: "\n")
    }

    private func withNotes(_ width: Int) -> [String] {
        candidates.map { $0.text.padded(toColumns: width) + Self.gap + $0.note }
    }

    /// Read downwards, then to the right.
    private func inColumns(_ width: Int) -> [String] {
        let across = max(1, columns / (width + Self.gap.columns))
        let down = (candidates.count + across - 1) / across
        return (0..<down).map { row in
            stride(from: row, to: candidates.count, by: down).map { index in
                candidates[index].text.padded(toColumns: width)
            }.joined(separator: Self.gap)
        }
    }
}
