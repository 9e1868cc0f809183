import Domain
import DequeModule
import LineProtocol
import Operations

/// One connection's requests and answers, without a socket: what comes in is told to it, what is to be done
/// comes out.
///
/// Answers leave in the order of the requests, and every request sees the effects of those before it: changes
/// of one connection may be decided together, and looks may be answered together, but a look waits for the
/// changes before it, and a change for the looks.
struct Conversation {
    /// What the connection does next, in this order.
    enum Action: Sendable {
        case write(String)
        /// Have the request answered, and tell ``answered(_:with:)``.
        case submit(Call, slot: Int, commandID: String?)
        /// The caller asked for what its roles do not allow.
        case note(ProtocolError)
        /// Send events from now on.
        case follow(EventCursor)
    }

    private struct Slot {
        let id: RequestID
        var madeCommandID: String?
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
    private var looksUnderWay = 0
    private let roles: [Role]
    private let makeCommandID: () -> String

    /// - Parameters:
    ///   - roles: what the caller may do.
    ///   - makeCommandID: for changes in words that bring none.
    init(roles: [Role], makeCommandID: @escaping () -> String) {
        self.roles = roles
        self.makeCommandID = makeCommandID
    }

    /// Whether one more request may be taken.
    var hasRoom: Bool { slots.count < WireLimits.unansweredMax }
    var isIdle: Bool { slots.isEmpty }

    mutating func take(_ frame: LineFramer.Frame) -> [Action] {
        switch frame {
        case .tooLong:
            let error = ProtocolError(
                .tooLong, "the line is longer than \(WireLimits.lineBytesMax) bytes and was skipped")
            return answerAtOnce(RequestFault(id: .none, error: error))
        case .line(let line):
            do throws(RequestFault) {
                guard let request = try Request(line: line) else { return [] }
                return take(try Call(request, by: roles), id: request.id)
            } catch {
                let isForbidden = error.error.kind == .notAllowed
                return (isForbidden ? [.note(error.error)] : []) + answerAtOnce(error)
            }
        }
    }

    /// The stream ended in the middle of a line.
    mutating func takeCutOff() -> [Action] {
        let error = ProtocolError(
            .invalidRequest, "the last line has no LF; it may be cut off and was not obeyed")
        return answerAtOnce(RequestFault(id: .none, error: error))
    }

    /// The request in `slot` has been answered.
    mutating func answered(_ slot: Int, changes: Bool, with reply: Reply) -> [Action] {
        if changes { changesUnderWay -= 1 } else { looksUnderWay -= 1 }
        slots[slot - firstSlot].reply = reply
        return flush() + submitWaiting()
    }

    private mutating func take(_ call: Call, id: RequestID) -> [Action] {
        var slot = Slot(id: id)
        if call.method.changes, call.commandID == nil { slot.madeCommandID = makeCommandID() }
        slots.append(slot)
        waiting.append(Pending(call: call, slot: firstSlot + slots.count - 1))
        return submitWaiting()
    }

    private mutating func answerAtOnce(_ fault: RequestFault) -> [Action] {
        slots.append(Slot(id: fault.id, reply: .refusal(fault.error)))
        return flush()
    }

    /// Answers at the front of the line leave.
    private mutating func flush() -> [Action] {
        var actions: [Action] = []
        while let slot = slots.first, let reply = slot.reply {
            slots.removeFirst()
            firstSlot += 1
            actions.append(.write(Self.line(of: slot, reply)))
            if case .subscribed(let cursor, _) = reply { actions.append(.follow(cursor)) }
        }
        return actions
    }

    private mutating func submitWaiting() -> [Action] {
        var actions: [Action] = []
        while let next = waiting.first, maySubmit(next.call) {
            waiting.removeFirst()
            if next.call.method.changes { changesUnderWay += 1 } else { looksUnderWay += 1 }
            let commandID = next.call.commandID ?? slots[next.slot - firstSlot].madeCommandID
            actions.append(.submit(next.call, slot: next.slot, commandID: commandID))
        }
        return actions
    }

    private func maySubmit(_ call: Call) -> Bool {
        call.method.changes ? looksUnderWay == 0 : changesUnderWay == 0
    }

    private static func line(of slot: Slot, _ reply: Reply) -> String {
        let line =
            switch reply {
            case .answer(let result), .subscribed(_, let result):
                Answer.success(slot.id, result: result, madeCommandID: slot.madeCommandID)
            case .refusal(let error): Answer.failure(slot.id, error)
            }
        if line.utf8.count <= WireLimits.lineBytesMax { return line }
        return Answer.failure(
            slot.id, ProtocolError(.tooLong, "the answer is longer than a line may be: ask for less"))
    }
}
