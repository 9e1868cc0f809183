/// A search backwards through the history while it is typed.
struct HistorySearch {
    private(set) var query = ""
    /// Of the line found; nil before anything is.
    private var index: Int?
    private(set) var isFound = true

    func line(in history: History) -> String { index.map { history.lines[$0] } ?? "" }

    var prompt: String { "\(isFound ? "search" : "not found") '\(query)': " }

    mutating func append(_ text: String, in history: History) {
        query += text
        find(before: index.map { $0 + 1 } ?? history.lines.count, in: history)
    }

    mutating func removeLast(in history: History) {
        query = String(query.dropLast())
        index = nil
        find(before: history.lines.count, in: history)
    }

    mutating func findOlder(in history: History) { find(before: index ?? history.lines.count, in: history) }

    private mutating func find(before end: Int, in history: History) {
        if query.isEmpty { return }
        let found = history.search(query, before: end)
        isFound = found != nil
        index = found ?? index
    }
}
