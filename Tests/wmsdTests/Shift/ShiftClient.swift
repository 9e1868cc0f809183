import Common
import JSON

@testable import ShiftScript

/// One party's end of its connection: what it has sent, what of that has come to the daemon, and what is unanswered.
final class ShiftClient {
    /// A request that has been sent, maybe more than once.
    final class Request: @unchecked Sendable {
        let number: Int
        let errand: Errand
        /// The result of its first answer, as it came and as it is read.
        var result: String?
        var answer: JSONValue?
        var refusal: Refused?
        /// Whether somebody waits for the answer, who deals with it.
        var isAwaited = false

        init(_ number: Int, _ errand: Errand) { (self.number, self.errand) = (number, errand) }

        /// Its line, with the LF.
        var line: [UInt8] {
            var params = errand.params
            params["command_id"] = errand.commandID.map { .string($0) }
            let line: JSONValue = [
                "jsonrpc": "2.0", "id": .int(number), "method": .string(errand.method),
                "params": .object(params),
            ]
            return Array((line.description + "\n").utf8)
        }
    }

    private static let aheadMax = 8

    private let isOfTheOffice: Bool
    private let connect: () -> SteppedConnection
    private(set) var connection: SteppedConnection
    /// Bytes that have not come to the daemon.
    private var unsent: [UInt8] = []
    private(set) var unanswered: [Request] = []

    init(_ party: String, connect: @escaping () -> SteppedConnection) {
        isOfTheOffice = Errand.office.contains(party)
        self.connect = connect
        connection = connect()
    }

    /// Whether it may send more: only the office sends ahead, as it knows no prompts.
    var isFree: Bool { connection.isOpen && unanswered.count < (isOfTheOffice ? Self.aheadMax : 1) }
    var isIdle: Bool { connection.isOpen && unanswered.isEmpty }

    func send(_ request: Request) {
        unanswered.append(request)
        unsent += request.line
    }

    /// Some of the office's bytes come to the daemon; what people at work send comes whole, in some pieces.
    func deliver(using random: inout SplitMix64) {
        guard connection.isOpen else { return }
        deliver(isOfTheOffice ? random.next(in: 0...unsent.count) : unsent.count, using: &random)
    }

    func deliverAll() {
        connection.receive(unsent)
        unsent = []
    }

    private func deliver(_ count: Int, using random: inout SplitMix64) {
        var left = count
        while left > 0 {
            let piece = random.next(in: 1...left)
            connection.receive(unsent.prefix(piece))
            unsent.removeFirst(piece)
            left -= piece
        }
    }

    /// An answer has come, or will never come because nobody is there.
    func isDone(with request: Request) { unanswered.removeAll { $0 === request } }

    /// The connection is gone, in the middle of a line perhaps, with all answers that have not been received.
    func lose(using random: inout SplitMix64) {
        guard connection.isOpen else { return }
        deliver(random.next(in: 0...unsent.count), using: &random)
        if random.chance(percent: 50) { connection.endInput() }
        connection.close()
        unsent = []
    }

    /// Connects again. The office sends everything again that it has no answer to; people at work wait for what the
    /// daemon had of them, send that again, and begin anew with the rest, for another prompt may stand.
    ///
    /// - Returns: those that were decided and are sent again.
    func reconnect() -> [Request] {
        guard !connection.isOpen, isOfTheOffice || connection.undecidedCount == 0 else { return [] }
        connection = connect()
        if !isOfTheOffice { unanswered.removeAll { $0.result == nil } }
        for request in unanswered { unsent += request.line }
        return unanswered.filter { $0.result != nil }
    }

    /// The daemon died: nothing of what it had undecided will be decided.
    func daemonDied() {
        connection.close()
        unsent = []
        connection = connect()
        connection.close()
    }
}
