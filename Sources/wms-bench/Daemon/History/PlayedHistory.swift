import Glibc
import JSON

/// What lies behind a daemon that has worked for long: orders that were played on its floor and went into its archive,
/// and copies of their rows, made while the daemon is stopped.
///
/// Everything that is copied was written by the daemon itself. To play a million orders would take hours.
final class PlayedHistory {
    /// How much lies behind.
    struct Sizes {
        var closed = 0
        /// Handed over and not in the archive yet.
        var inTransit = 0
        var waiting = 0
        var skus = 0
        var events = 0
        var answers = 0
    }

    /// The seconds that the copies took.
    private(set) var copyingS = 0.0

    private let floor: LoadFloor
    private let before: RowNumbers

    /// Orders that are played into the archive at most; half as many to be in transit and to wait.
    private static let playedMax = 2_000
    /// Forty days: after thirty those that left count as closed.
    private static let agedMS = 40 * 86_400_000
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

    /// Plays orders, brings SKUs in, has orders leave and others wait, and copies what that left.
    ///
    /// The daemon runs before it and is stopped after it. Nothing may be under way on the floor, and no order wait.
    ///
    /// - Returns: what there is then: at least what was asked for.
    func grow(to wanted: Sizes) throws(WireFault) -> Sizes {
        try growArchive(to: wanted.closed, skus: wanted.skus)
        let beforeLeaving = try numbers()
        try daemon.start()
        let left = min(wanted.inTransit, Self.playedMax / 2)
        if left > 0 {
            try play(left)
            try floor.printLabels()
            try floor.endSessions()
        }
        try floor.stop()
        let beforeWaiting = try numbers()
        try daemon.start()
        let waiting = min(wanted.waiting, Self.playedMax / 2)
        if waiting > 0 { try floor.allocate(waiting, Self.kind) }
        try floor.stop()
        return try copying { (file) throws(WireFault) -> Sizes in
            let last = try RowNumbers(in: file)
            try InTransitOrderCopies(
                before: beforeLeaving, after: beforeWaiting,
                copies: Self.copies(of: left, for: wanted.inTransit)
            ).write(to: file)
            try WaitingOrderCopies(
                before: beforeWaiting, after: last, copies: Self.copies(of: waiting, for: wanted.waiting)
            ).write(to: file)
            return try sizes(of: file)
        }
    }

    /// The daemon is stopped after it.
    private func growArchive(to closed: Int, skus: Int) throws(WireFault) {
        try play(min(closed, Self.playedMax))
        try floor.endSessions()
        try floor.stop()
        try age()
        let after = try numbers()
        try daemon.start()
        let first = LoadWarehouse.skuCount
        if skus > 0 { try LoadLoop.run([Importer(daemon, .skus(first..<first + skus))]) }
        try waitUntilFiled()
        try stopWhenImported()
        try copying { (file) throws(WireFault) -> Void in
            let played = try file.number("SELECT count(*) FROM archived_order")
            guard played > 0 else { throw .unexpected(asked: "the archive", answer: "no order in it") }
            try ClosedOrderCopies(
                before: before, after: after, copies: Self.copies(of: played, for: closed)
            ).write(to: file)
        }
    }

    private func play(_ count: Int) throws(WireFault) {
        try floor.allocate(count, Self.kind)
        try floor.releaseAll(plans: false)
        let left = try floor.fulfilReleased()
        guard left >= count else {
            throw .unexpected(asked: "the work of \(count) orders", answer: "\(left) orders that left")
        }
    }

    /// Has all orders that left be old enough for the archive, where the daemon files them itself.
    private func age() throws(WireFault) {
        let file = try StoppedDatabase(path: daemon.databaseFile)
        try file.execute(
            "UPDATE orders SET ended_at = ended_at - \(Self.agedMS) WHERE ended_at IS NOT NULL")
        try file.finish()
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
    private func stopWhenImported() throws(WireFault) {
        while true {
            try floor.stop()
            let file = try StoppedDatabase(path: daemon.databaseFile)
            let left = try file.number("SELECT count(*) FROM import WHERE step <> 'done'")
            try file.finish()
            if left == 0 { return }
            try daemon.start()
            usleep(8 * Self.pollIntervalUS)
        }
    }

    private func numbers() throws(WireFault) -> RowNumbers {
        let file = try StoppedDatabase(path: daemon.databaseFile)
        let numbers = try RowNumbers(in: file)
        try file.finish()
        return numbers
    }

    /// Opens the file for copies, and adds up the seconds that they take.
    private func copying<Answer>(
        _ copy: (StoppedDatabase) throws(WireFault) -> Answer
    ) throws(WireFault) -> Answer {
        let startNS = monotonicNS()
        let file = try StoppedDatabase(path: daemon.databaseFile)
        let answer = try copy(file)
        try file.finish()
        copyingS += seconds(since: startNS)
        return answer
    }

    private func sizes(of file: StoppedDatabase) throws(WireFault) -> Sizes {
        var sizes = Sizes()
        sizes.closed = try file.number("SELECT count(*) FROM archived_order")
        sizes.inTransit = try file.number("SELECT count(*) FROM orders WHERE stage = 'in_transit'")
        sizes.waiting = try file.number("SELECT count(*) FROM orders WHERE stage = 'accepted'")
        sizes.skus = try file.number("SELECT count(*) FROM sku")
        sizes.events = try file.number("SELECT count(*) FROM event")
        sizes.answers = try file.number("SELECT count(*) FROM command")
        return sizes
    }

    /// How often so many rows have to be copied until there are so many.
    static func copies(of played: Int, for wanted: Int) -> Int {
        played == 0 ? 0 : max(0, (wanted + played - 1) / played - 1)
    }
}
