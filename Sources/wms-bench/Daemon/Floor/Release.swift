/// A lead who releases all orders that wait and polls the status until that is done and all that fills a cart is
/// planned.
final class Release: Worker {
    private static let pollIntervalNS = 250_000_000
    /// It is done when so many reads of the status in a row are the same; more where orders still wait.
    private static let equalReadsWhenAllReleased = 2
    private static let equalReadsWhenSomeWait = 8

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
    private var equalReads = 0
    private var polledNS = 0

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
            guard nowNS >= polledNS + Self.pollIntervalNS else {
                return .later(atNS: polledNS + Self.pollIntervalNS)
            }
            polledNS = nowNS
            request.begin("status")
        } else {
            request.begin("order.release", command: commands.next())
            request.add("all", json: "true")
        }
        request.end()
        return .asked
    }

    func receive(_ line: WireLine, waitedNS: Int, nowNS: Int) throws(WireFault) -> Bool {
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
            (equalReads, endNS) = (0, nowNS)
            return true
        }
        // What has no order or tour is left out of the counts. Pickers take planned tours meanwhile.
        let (accepted, planned) = (line.int("accepted") ?? 0, line.int("planned") ?? 0)
        let isAlike = self.accepted == nil || (accepted == self.accepted && planned <= self.planned)
        equalReads = isAlike ? equalReads + 1 : 0
        if !isAlike { endNS = nowNS }
        (self.accepted, self.planned) = (accepted, planned)
        isDone = equalReads >= (accepted == 0 ? Self.equalReadsWhenAllReleased : Self.equalReadsWhenSomeWait)
        return true
    }
}
