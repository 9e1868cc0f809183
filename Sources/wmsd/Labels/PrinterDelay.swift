import Domain
import Fulfillment

/// A printer whose folder, or whose labels' template, cannot be used: since when, why, and when it is tried again.
struct PrinterDelay: Equatable, Sendable {
    let printer: String
    let since: Instant
    private(set) var reason = ""
    /// What failed last.
    private(set) var operation = SpoolOperation.write
    private(set) var triesAt: Instant
    private var tries = 0
    /// Whether the event that reports it has been stored: it is reported once, not at every try.
    var isReported = false

    /// In seconds: most faults are short, and nobody who has fixed one waits for longer than the longest.
    private static let pauseS = (first: 1, longest: 60)

    init(_ printer: String, at now: Instant) {
        self.printer = printer
        since = now
        triesAt = now
    }

    /// Another try has failed: the next one waits twice as long.
    mutating func fail(_ operation: SpoolOperation, _ reason: String, at now: Instant) {
        (self.operation, self.reason) = (operation, reason)
        let pause = tries < 6 ? min(Self.pauseS.longest, Self.pauseS.first << tries) : Self.pauseS.longest
        triesAt = now.adding(seconds: pause)
        tries += 1
    }

    func mayTry(_ operation: SpoolOperation, at now: Instant) -> Bool {
        now >= triesAt || (operation == .read && self.operation != .read)
    }

    /// Whether the fault is over once an operation has succeeded.
    func ends(with operation: SpoolOperation) -> Bool { operation.rawValue >= self.operation.rawValue }
}
