/// The lines that were typed, oldest first, and which of them is shown.
struct History {
    /// As many as a person ever goes back through.
    static let linesMax = 1_000

    private(set) var lines: [String]
    /// Of the line shown; their count where it is the one being typed.
    private var index: Int
    /// What was being typed before going back.
    private var draft = ""

    init(_ lines: [String] = []) {
        self.lines = lines.suffix(Self.linesMax)
        index = self.lines.count
    }

    /// Keeps a line, unless it is empty, repeats the last one, or holds a secret.
    ///
    /// - Returns: whether it is kept.
    mutating func add(_ line: String) -> Bool {
        defer { index = lines.count }
        if line.isEmpty || line == lines.last || Self.holdsSecret(line) { return false }
        lines.append(line)
        if lines.count > Self.linesMax { lines.removeFirst() }
        return true
    }

    /// The line before the one shown; nil at the oldest.
    mutating func previous(to shown: String) -> String? {
        guard index > 0 else { return nil }
        if index == lines.count { draft = shown }
        index -= 1
        return lines[index]
    }

    /// The line after the one shown, at last the one that was being typed; nil where that is shown.
    mutating func next() -> String? {
        guard index < lines.count else { return nil }
        index += 1
        return index == lines.count ? draft : lines[index]
    }

    /// The newest line before an index that holds a text.
    func search(_ text: String, before index: Int) -> Int? {
        lines[..<min(index, lines.count)].lastIndex { $0.contains(text) }
    }

    /// A PIN is sent to the daemon and kept nowhere.
    private static func holdsSecret(_ line: String) -> Bool {
        TypedWords(line).words.contains { word in
            word.text.hasPrefix("pin=") || word.text.contains(".pin=") || word.text.contains(#""pin""#)
        }
    }
}
