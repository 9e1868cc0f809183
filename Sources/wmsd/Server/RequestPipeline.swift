import DequeModule
import Domain
import LineProtocol
import Operations

/// The requests and answers of one connection, as a state machine without a socket: lines and replies go in,
/// and actions for the connection come out.
///
///     var pipeline = RequestPipeline(roles: roles, makeCommandID: makeID)
///     pipeline.receive(.line(bytes))                          // [.submit(request, slot: 0, commandID: "w-1")]
///     pipeline.answered(0, changes: true, with: reply)        // [.write(line)]
///
/// Answers leave in the order of the requests, and every request sees the effects of those before it: changes
/// of one connection may be decided together and reads may be answered together, but a read waits for the
/// changes before it, and a change for the reads. A change that waits for boxes, rows or a layout is alone under way, since
/// it may be decided later than what comes after it. For the same reason changes that wait in different queues
/// (``ChangeQueue``) are not under way together.
struct RequestPipeline {
    /// What the connection has to do, in this order.
    enum Action: Sendable {
        case write(String)
        /// Have the request answered, and call ``answered(_:changes:with:)``.
        case submit(Call, slot: Int, commandID: String?)
        /// The caller asked for what its roles do not allow.
        case logRefusal(ProtocolError)
        /// Send events from now on.
        case subscribe(EventCursor)
    }

    private struct Slot {
        let id: RequestID
        var madeCommandID: String?
        /// What to ask instead where the answer would exceed a line.
        var whenTooLong = "ask for less"
        var reply: Reply?
    }

    private struct Pending {
        let call: Call
        let slot: Int
    }

    private var slots: Deque<Slot> = []
    /// The number of the oldest slot; slots are numbered from 0 on and never again.
    private var firstSlot = 0
    private var waiting: Deque<Pending> = []
    private var changesUnderWay = 0
    /// Where the changes under way wait.
    private var queue = ChangeQueue.decider
    private var readsUnderWay = 0
    /// The change that is under way may be decided later than what comes after it.
    private var isAlone = false
    private let roles: [Role]
    private let makeCommandID: () -> String

    /// - Parameters:
    ///   - roles: what the caller may do.
    ///   - makeCommandID: for changes in words that bring none.
    init(roles: [Role], makeCommandID: @escaping () -> String) {
        self.roles = roles
        self.makeCommandID = makeCommandID
    }

    /// Whether one more request may be received.
    var hasRoom: Bool { slots.count < WireLimits.unansweredMax }
    var isIdle: Bool { slots.isEmpty }

    mutating func receive(_ frame: LineFramer.Frame) -> [Action] {
        switch frame {
        case .tooLong:
            let error = ProtocolError(
                .tooLong, "the line is longer than \(WireLimits.lineBytesMax) bytes and was skipped")
            return answerImmediately(RequestFault(id: .none, error: error))
        case .line(let line):
            do throws(RequestFault) {
                guard let request = try Request(line: line) else { return [] }
                return receive(try Call(request, by: roles), id: request.id)
            } catch {
                let isForbidden = error.error.kind == .notAllowed
                return (isForbidden ? [.logRefusal(error.error)] : []) + answerImmediately(error)
            }
        }
    }

    /// The stream ended in the middle of a line.
    mutating func receiveCutOffLine() -> [Action] {
        let error = ProtocolError(
            .invalidRequest, "the last line has no LF; it may be cut off and was not obeyed")
        return answerImmediately(RequestFault(id: .none, error: error))
    }

    /// The request in `slot` has been answered.
    mutating func answered(_ slot: Int, changes: Bool, with reply: Reply) -> [Action] {
        if changes {
            changesUnderWay -= 1
            isAlone = false
        } else {
            readsUnderWay -= 1
        }
        slots[slot - firstSlot].reply = reply
        var actions = flush()
        submitWaiting(&actions)
        return actions
    }

    private mutating func receive(_ call: Call, id: RequestID) -> [Action] {
        var slot = Slot(id: id)
        slot.whenTooLong = type(of: call.operation).declaration.whenTooLong
        if call.method.changes, call.commandID == nil { slot.madeCommandID = makeCommandID() }
        slots.append(slot)
        waiting.append(Pending(call: call, slot: firstSlot + slots.count - 1))
        var actions: [Action] = []
        submitWaiting(&actions)
        return actions
    }

    private mutating func answerImmediately(_ fault: RequestFault) -> [Action] {
        slots.append(Slot(id: fault.id, reply: .refusal(fault.error)))
        return flush()
    }

    /// Writes the answers that no earlier request holds back.
    private mutating func flush() -> [Action] {
        var actions: [Action] = []
        while let slot = slots.first, let reply = slot.reply {
            slots.removeFirst()
            firstSlot += 1
            actions.append(.write(Self.line(of: slot, reply)))
            if case .subscribed(let cursor, _) = reply { actions.append(.subscribe(cursor)) }
        }
        return actions
    }

    private mutating func submitWaiting(_ actions: inout [Action]) {
        while let next = waiting.first, maySubmit(next.call) {
            waiting.removeFirst()
            if next.call.method.changes {
                changesUnderWay += 1
                queue = ChangeQueue(of: next.call.operation)
            } else {
                readsUnderWay += 1
            }
            isAlone = next.call.method.mayBeDecidedLater
            let commandID = next.call.commandID ?? slots[next.slot - firstSlot].madeCommandID
            actions.append(.submit(next.call, slot: next.slot, commandID: commandID))
        }
    }

    private func maySubmit(_ call: Call) -> Bool {
        if !call.method.changes { return changesUnderWay == 0 }
        if changesUnderWay == 0 { return readsUnderWay == 0 }
        return !isAlone && !call.method.mayBeDecidedLater && queue == ChangeQueue(of: call.operation)
    }

    private static func line(of slot: Slot, _ reply: Reply) -> String {
        let line =
            switch reply {
            case .answer(let result), .subscribed(_, let result):
                Answer.success(slot.id, result: result, madeCommandID: slot.madeCommandID)
            case .result(let result):
                Answer.success(slot.id, result: result.text, madeCommandID: slot.madeCommandID)
            case .refusal(let error): Answer.failure(slot.id, error)
            }
        if line.utf8.count <= WireLimits.lineBytesMax { return line }
        return Answer.failure(
            slot.id, ProtocolError(.tooLong, "the answer is longer than a line may be: \(slot.whenTooLong)"))
    }
}
