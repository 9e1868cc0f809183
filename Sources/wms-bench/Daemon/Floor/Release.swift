/// A lead who releases all orders that wait and looks on until that is done, and all that fills a cart is planned.
final class Release: Worker {
    private static let lookEveryNS = 250_000_000
    /// The status has come to rest when it stays the same for so many looks, longer where orders still wait.
    private static let looksWhenAllReleased = 2
    private static let looksWhenSomeWait = 8

    let channel: WireChannel
    private(set) var isDone = false
    /// When the answer came or the status last changed, whichever is later.
    private(set) var endNS = 0
    /// The answer was longer than a line may be.
    private(set) var answerWasTooLong = false

    private let waitsForPlan: Bool
    private var commands: CommandIDs
    private var isAnswered = false
    private var accepted: Int?
    private var planned = 0
    private var looksAlike = 0
    private var lookedNS = 0

    /// - Parameter waitsForPlan: whether it is done only when the full carts are tours; else who asks for a tour gets
    ///   one that is planned then.
    init(_ daemon: ServedDaemon, waitsForPlan: Bool = true) throws(WireFault) {
        self.waitsForPlan = waitsForPlan
        channel = try daemon.channel()
        commands = CommandIDs(device: daemon.nextDevice())
    }

    func ask(_ request: inout RequestLine, nowNS: Int) throws(WireFault) -> Turn {
        if isDone { return .done }
        if isAnswered {
            guard nowNS >= lookedNS + Self.lookEveryNS else {
                return .later(atNS: lookedNS + Self.lookEveryNS)
            }
            lookedNS = nowNS
            request.begin("status")
        } else {
            request.begin("order.release", command: commands.next())
            request.add("all", json: "true")
        }
        request.end()
        return .asked
    }

    func hear(_ line: WireLine, waitedNS: Int, nowNS: Int) throws(WireFault) -> Bool {
        guard isAnswered else {
            answerWasTooLong = line.text("kind") == "too_long"
            guard line.has(.result) || answerWasTooLong else {
                throw .refused(asked: "order.release", answer: line.beginning)
            }
            isAnswered = true
            endNS = nowNS
            return true
        }
        guard line.has(.result) else { throw .refused(asked: "status", answer: line.beginning) }
        if line.int("releasing") ?? 0 > 0 || (waitsForPlan && line.flag("planning")) {
            (looksAlike, endNS) = (0, nowNS)
            return true
        }
        // What has no order or tour is left out of the counts. Pickers take planned tours meanwhile.
        let (accepted, planned) = (line.int("accepted") ?? 0, line.int("planned") ?? 0)
        let isAlike = self.accepted == nil || (accepted == self.accepted && planned <= self.planned)
        looksAlike = isAlike ? looksAlike + 1 : 0
        if !isAlike { endNS = nowNS }
        (self.accepted, self.planned) = (accepted, planned)
        isDone = looksAlike >= (accepted == 0 ? Self.looksWhenAllReleased : Self.looksWhenSomeWait)
        return true
    }
}
