import Operations

/// Tells a person how far an import is, a few times a second.
struct ImportProgress {
    private static let interval = Duration.milliseconds(200)

    private let show: (_ text: String, _ isLast: Bool) -> Void
    private let clock = ContinuousClock()
    private var shownAt: ContinuousClock.Instant?
    private var shown = ""

    /// - Parameter show: writes over the line that was shown before.
    init(show: @escaping (_ text: String, _ isLast: Bool) -> Void) { self.show = show }

    /// A share of the file has been read and brought.
    mutating func brought(_ rows: Int, share: Double) {
        tell("\(Int(share * 100)) % brought, \(counted(rows, "row"))")
    }

    /// What `import.get` answers.
    mutating func committing(_ standing: ImportGet.Result) {
        guard standing.rows > 0 else { return }
        let what = standing.doing == .booking ? "booked" : "checked"
        let share = standing.done * 100 / standing.rows
        tell("\(share) % \(what), \(standing.done) of \(counted(standing.rows, "row"))")
    }

    /// What is said next begins a line of its own.
    mutating func end() {
        if shown.isEmpty { return }
        show(shown, true)
        shown = ""
    }

    private mutating func tell(_ text: @autoclosure () -> String) {
        let now = clock.now
        if let shownAt, now - shownAt < Self.interval { return }
        shownAt = now
        let text = text()
        show(text + String(repeating: " ", count: max(0, shown.count - text.count)), false)
        shown = text
    }
}
