import Common

/// Names and values in two columns, as wide as the longest name needs.
///
///     order id  ORD-1
///     why       It is held: paid by nobody.
///               Driver D1 comes at 2026-05-06 10:00:00.
struct FactList {
    /// What is known under one name.
    enum Value {
        /// One thing; broken between words where a terminal is too narrow for it.
        case line(String)
        /// Several, each on lines of its own.
        case lines([String])
        /// A text with line breaks, which stands below its name.
        case block(String)
    }

    private let facts: [(name: String, value: Value)]
    /// Of the terminal; nil where lines are never broken.
    private let columns: Int?

    private static let gap = 2
    /// A value that would have less room than this runs over the edge, where the terminal breaks it.
    private static let valueColumnsMin = 12

    init(_ facts: [(name: String, value: Value)], columns: Int?) {
        self.facts = facts.map { ($0.name.terminalSafeLine, $0.value) }
        self.columns = columns
    }

    var text: String {
        let isBeside = { (value: Value) in if case .block = value { false } else { true } }
        let width = facts.filter { isBeside($0.value) }.map(\.name.columns).max() ?? 0
        return facts.flatMap { lines(of: $0.value, name: $0.name, width: width) }.joined(separator: "\n")
    }

    private func lines(of value: Value, name: String, width: Int) -> [String] {
        switch value {
        case .line(let text): beside(name, width, broken([text], beside: width))
        case .lines(let texts): beside(name, width, broken(texts, beside: width))
        case .block(let text):
            ["\(name):"]
                + text.split(separator: "\n", omittingEmptySubsequences: false).map {
                    "  \(String($0).terminalSafeLine)".trimmingTrailingSpaces
                }
        }
    }

    private func beside(_ name: String, _ width: Int, _ values: [String]) -> [String] {
        (values.isEmpty ? [""] : values).enumerated().map { index, value in
            let first = (index == 0 ? name : "").padded(toColumns: width + Self.gap)
            return (first + value).trimmingTrailingSpaces
        }
    }

    private func broken(_ texts: [String], beside width: Int) -> [String] {
        let safe = texts.map(\.terminalSafeLine)
        guard let columns, columns - width - Self.gap >= Self.valueColumnsMin else { return safe }
        let room = columns - width - Self.gap
        return safe.flatMap { $0.columns <= room ? [$0] : $0.wrapped(toColumns: room) }
    }
}
