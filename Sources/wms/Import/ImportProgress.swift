import Operations

/// Shows a person how far an import is, a few times a second.
struct ImportProgress {
    private static let interval = Duration.milliseconds(200)

    private let show: (_ text: String, _ isLast: Bool) -> Void
    private let now: () -> ContinuousClock.Instant
    private var shownAt: ContinuousClock.Instant?
    private var shown = ""

    /// - Parameter show: writes over the line that was shown before.
    init(
        show: @escaping (_ text: String, _ isLast: Bool) -> Void,
        now: @escaping () -> ContinuousClock.Instant = { ContinuousClock.now }
    ) { (self.show, self.now) = (show, now) }

    /// Rows up to this share of the file have been uploaded.
    mutating func brought(_ rows: Int, share: Double) {
        update("\(Int(share * 100)) % brought, \(counted(rows, "row"))")
    }

    /// What `import.get` answers.
    mutating func committing(_ status: ImportGet.Result) {
        guard status.rows > 0 else { return }
        let what = status.doing == .booking ? "booked" : "checked"
        let share = status.done * 100 / status.rows
        update("\(share) % \(what), \(status.done) of \(counted(status.rows, "row"))")
    }

    /// Ends the line, so that the next output begins one of its own.
    mutating func end() {
        if shown.isEmpty { return }
        show(shown, true)
        shown = ""
    }

    private mutating func update(_ text: @autoclosure () -> String) {
        let now = now()
        if let shownAt, now - shownAt < Self.interval { return }
        shownAt = now
        let text = text()
        show(text + String(repeating: " ", count: max(0, shown.count - text.count)), false)
        shown = text
    }
}
