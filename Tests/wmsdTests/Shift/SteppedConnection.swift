import Domain
import Fulfillment
import LineProtocol
import Operations

@testable import wmsd

/// A connection without a socket: bytes go in at one end, and lines come out at the other in the order in which the
/// daemon writes them.
final class SteppedConnection: @unchecked Sendable {
    private let decider: SteppedDecider
    private let actor: Actor
    private var framer = LineFramer()
    private var pipeline: RequestPipeline
    private let write: (SteppedConnection, String) -> Void
    private(set) var isOpen = true
    /// Requests that the decider has and has not answered.
    private(set) var undecidedCount = 0

    init(
        to decider: SteppedDecider, userID: Int, write: @escaping (SteppedConnection, String) -> Void
    ) {
        self.decider = decider
        self.write = write
        actor = Actor(userID: userID, roles: Role.allCases)
        pipeline = RequestPipeline(roles: Role.allCases) { "unused" }
    }

    func receive(_ bytes: some Sequence<UInt8>) {
        framer.append(bytes)
        proceed()
    }

    /// The stream ends, perhaps in the middle of a line.
    func endInput() { if framer.isMidLine { run(pipeline.receiveCutOffLine()) } }

    /// Nobody is there any more: what the decider has is decided, and nothing else.
    func close() { isOpen = false }

    private func proceed() {
        while isOpen, pipeline.hasRoom, let frame = framer.next() { run(pipeline.receive(frame)) }
    }

    private func run(_ actions: [RequestPipeline.Action]) {
        for action in actions {
            switch action {
            case .write(let line): write(self, line)
            case .submit(let call, let slot, let commandID): submit(call, slot, commandID)
            case .logRefusal, .subscribe: continue
            }
        }
    }

    private func submit(_ call: Call, _ slot: Int, _ commandID: String?) {
        guard isOpen else { return }
        undecidedCount += 1
        let changes = call.method.changes
        let command = Command(call, commandID: changes ? commandID : nil, actor: actor)
        let answered: @Sendable (Reply) -> Void = { [self] reply in
            undecidedCount -= 1
            run(pipeline.answered(slot, changes: changes, with: reply))
            proceed()
        }
        if changes {
            decider.enqueue(Inbox.Change(command: command.prepared(), reply: answered))
        } else {
            decider.enqueue(
                Inbox.Read(body: { site, now in answered(Reply(site.read(command, at: now))) }, refuse: {}))
        }
    }
}
