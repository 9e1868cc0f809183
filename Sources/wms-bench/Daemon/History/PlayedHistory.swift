import Glibc
import JSON

/// What lies behind a daemon that has worked for long: orders that were played on its floor and went into its archive,
/// and copies of their rows, made while the daemon is stopped.
///
/// Everything that is copied was written by the daemon itself. To play a million orders would take hours.
final class PlayedHistory {
    /// How much lies behind in the end.
    struct Sizes {
        var closed = 0
        var waiting = 0
        var skus = 0
        var events = 0
        var answers = 0
        /// Orders that were played and allocated one by one, and the seconds that the copies took.
        var played = 0
        var copyingS = 0.0
    }

    private let floor: LoadFloor
    private let before: RowNumbers

    /// Orders that are played at most, and allocated at most to wait.
    private static let playedMax = 2_000
    private static let waitingPlayedMax = 1_000
    private static let kind = OrderBook.Kind(lines: 1...1)
    private static let filedWithinS = 600.0
    private static let pollIntervalUS: UInt32 = 250_000

    private var daemon: ServedDaemon { floor.daemon }

    /// Stops the daemon and notes where its numbers stand: what comes from now on is copied.
    init(on floor: LoadFloor) throws(WireFault) {
        self.floor = floor
        try floor.stop()
        let file = try StoppedDatabase(path: floor.daemon.databaseFile)
        before = try RowNumbers(in: file)
        try file.finish()
    }

    /// Plays orders, brings SKUs in, has orders wait, and copies what that left.
    ///
    /// The daemon runs before it and is stopped after it. Nothing may be under way on the floor, and no order wait.
    ///
    /// - Returns: what there is then: at least what was asked for.
    func grow(closed: Int, waiting: Int, skus: Int) throws(WireFault) -> Sizes {
        try play(min(closed, Self.playedMax))
        try floor.endSessions()
        try floor.stop()
        let delivered = try age()
        try daemon.start()
        if skus > 0 {
            let first = LoadWarehouse.skuCount
            try LoadLoop.run([Importer(daemon, .skus(first..<first + skus))])
        }
        try waitUntilFiled()
        let filed = try stopWhenImported()
        try daemon.start()
        let waitingPlayed = min(waiting, Self.waitingPlayedMax)
        if waitingPlayed > 0 { try floor.allocate(waitingPlayed, Self.kind) }
        try floor.stop()
        return try copy(
            delivered: delivered, filed: filed, closed: closed,
            waiting: (asked: waiting, played: waitingPlayed))
    }

    private func play(_ count: Int) throws(WireFault) {
        try floor.allocate(count, Self.kind)
        try floor.releaseAll(plans: false)
        let left = try floor.fulfilReleased()
        guard left >= count else {
            throw .unexpected(asked: "the work of \(count) orders", answer: "\(left) orders that left")
        }
    }

    /// Has all orders that ended be old enough for the archive, where the daemon files them itself.
    private func age() throws(WireFault) -> RowNumbers {
        let file = try StoppedDatabase(path: daemon.databaseFile)
        // In milliseconds: an hour for those that were delivered, and a month for those that nobody called so.
        try file.execute(
            """
            UPDATE orders
            SET ended_at = ended_at - CASE stage WHEN 'in_transit' THEN 3456000000 ELSE 7200000 END
            WHERE ended_at IS NOT NULL
            """)
        let numbers = try RowNumbers(in: file)
        try file.finish()
        return numbers
    }

    private func waitUntilFiled() throws(WireFault) {
        let caller = try daemon.caller()
        let startNS = monotonicNS()
        while true {
            let orders = try caller.read("status")["orders"]
            let ended = (orders?["delivered"]?.int ?? 0) + (orders?["in_transit"]?.int ?? 0)
            if ended == 0 { return }
            guard seconds(since: startNS) < Self.filedWithinS else {
                throw .unexpected(asked: "the archive", answer: "\(ended) orders that are not filed")
            }
            usleep(Self.pollIntervalUS)
        }
    }

    /// The SKUs of an import count at once and are put in their place afterwards, which the daemon does not tell.
    private func stopWhenImported() throws(WireFault) -> RowNumbers {
        while true {
            try floor.stop()
            let file = try StoppedDatabase(path: daemon.databaseFile)
            let left = try file.number("SELECT count(*) FROM import WHERE step <> 'done'")
            let numbers = try RowNumbers(in: file)
            try file.finish()
            if left == 0 { return numbers }
            try daemon.start()
            usleep(8 * Self.pollIntervalUS)
        }
    }

    private func copy(
        delivered: RowNumbers, filed: RowNumbers, closed: Int, waiting: (asked: Int, played: Int)
    ) throws(WireFault) -> Sizes {
        let startNS = monotonicNS()
        let file = try StoppedDatabase(path: daemon.databaseFile)
        let last = try RowNumbers(in: file)
        let played = try file.number("SELECT count(*) FROM archived_order")
        guard played > 0 else { throw .unexpected(asked: "the archive", answer: "no order in it") }
        try ClosedOrderCopies(
            before: before, after: delivered, copies: Self.copies(of: played, for: closed)
        ).write(to: file)
        try WaitingOrderCopies(
            before: filed, last: last, copies: Self.copies(of: waiting.played, for: waiting.asked)
        ).write(to: file)
        var sizes = Sizes()
        sizes.played = played + waiting.played
        sizes.closed = try file.number("SELECT count(*) FROM archived_order")
        sizes.waiting = try file.number("SELECT count(*) FROM orders")
        sizes.skus = try file.number("SELECT count(*) FROM sku")
        sizes.events = try file.number("SELECT count(*) FROM event")
        sizes.answers = try file.number("SELECT count(*) FROM command")
        try file.finish()
        sizes.copyingS = seconds(since: startNS)
        return sizes
    }

    /// How often so many rows have to be copied until there are so many.
    static func copies(of played: Int, for wanted: Int) -> Int {
        played == 0 ? 0 : max(0, (wanted + played - 1) / played - 1)
    }
}
