import Domain
import Fulfillment

/// A printer whose folder, or whose labels' template, cannot be used: since when, why, and when it is tried again.
struct PrinterDelay: Equatable, Sendable {
    let printer: String
    let since: Instant
    private(set) var reason = ""
    /// What failed last.
    private(set) var deed = Deed.write
    private(set) var triesAt: Instant
    private var tries = 0
    /// Whether the event that tells it has been stored: it is told once, not at every try.
    var isTold = false

    /// What is done for a printer, each after the one before has come off: a folder on a full disk can be read
    /// while it cannot be written, and one that can be written helps no label whose template is broken.
    enum Deed: Int, Sendable { case read, write, draw }

    /// Half of the waits are shorter than a person takes to mend it; none is longer than a person waits to see that
    /// it is mended.
    private static let pauseS = (first: 1, longest: 60)

    init(_ printer: String, at now: Instant) {
        self.printer = printer
        since = now
        triesAt = now
    }

    /// Another try has failed: the next one waits twice as long.
    mutating func fail(_ deed: Deed, _ reason: String, at now: Instant) {
        (self.deed, self.reason) = (deed, reason)
        let pause = tries < 6 ? min(Self.pauseS.longest, Self.pauseS.first << tries) : Self.pauseS.longest
        triesAt = now.adding(seconds: pause)
        tries += 1
    }

    func mayTry(_ deed: Deed, at now: Instant) -> Bool {
        now >= triesAt || (deed == .read && self.deed != .read)
    }

    /// Whether it is over when a deed has come off.
    func ends(with deed: Deed) -> Bool { deed.rawValue >= self.deed.rawValue }
}
