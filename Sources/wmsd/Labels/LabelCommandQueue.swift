import Fulfillment
import Synchronization

/// What waits for the label service: commands that take labels back, and requests for another round.
final class LabelCommandQueue: Sendable {
    private struct State {
        var commands: [PendingCommand] = []
        var isSearchDue = false
        var isClosed = false
    }

    private let signal = WakeSignal()
    private let state = Mutex(State())

    /// One element for any number of requests made since the last was consumed.
    var wakes: AsyncStream<Void> { signal.wakes }

    /// Asks for a round.
    func wake() { signal.wake() }

    /// Asks for a round that also searches for files that have vanished.
    func requestSearch() {
        state.withLock { $0.isSearchDue = true }
        signal.wake()
    }

    /// Queues a command, or refuses it where the daemon is stopping.
    func enqueue(_ command: PendingCommand) {
        let isQueued = state.withLock { state in
            if !state.isClosed { state.commands.append(command) }
            return !state.isClosed
        }
        if isQueued { signal.wake() } else { command.reply(.shuttingDown) }
    }

    /// Whether a command waits to be decided.
    var hasCommands: Bool { state.withLock { !$0.commands.isEmpty } }

    func dequeueAll() -> [PendingCommand] {
        state.withLock { state in
            defer { state.commands = [] }
            return state.commands
        }
    }

    /// Whether a search has been asked for since the last call.
    func dequeueSearch() -> Bool {
        state.withLock { state in
            defer { state.isSearchDue = false }
            return state.isSearchDue
        }
    }

    /// Refuses what waits and what comes.
    func close() {
        state.withLock { $0.isClosed = true }
        for command in dequeueAll() { command.reply(.shuttingDown) }
    }
}
