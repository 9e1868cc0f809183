import Fulfillment
import Synchronization

/// What waits for the label feed: commands that take labels back, and the wish that it look around.
final class WithdrawalDesk: Sendable {
    struct Withdrawal: Sendable {
        let command: Command
        let reply: @Sendable (Reply) -> Void
    }

    private struct Waiting {
        var withdrawals: [Withdrawal] = []
        var isTick = false
        var isClosed = false
    }

    /// One element for any number of wishes.
    let wakes: AsyncStream<Void>
    private let waker: AsyncStream<Void>.Continuation
    private let waiting = Mutex(Waiting())

    init() { (wakes, waker) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1)) }

    func wake() { waker.yield() }

    /// It is time to look around thoroughly.
    func tick() {
        waiting.withLock { $0.isTick = true }
        waker.yield()
    }

    func put(_ withdrawal: Withdrawal) {
        let isTaken = waiting.withLock { waiting in
            if !waiting.isClosed { waiting.withdrawals.append(withdrawal) }
            return !waiting.isClosed
        }
        if isTaken { waker.yield() } else { withdrawal.reply(.shuttingDown) }
    }

    func takeWithdrawals() -> [Withdrawal] {
        waiting.withLock { waiting in
            defer { waiting.withdrawals = [] }
            return waiting.withdrawals
        }
    }

    func takeTick() -> Bool {
        waiting.withLock { waiting in
            defer { waiting.isTick = false }
            return waiting.isTick
        }
    }

    /// Refuses what waits and what comes.
    func close() {
        let left = waiting.withLock { waiting in
            waiting.isClosed = true
            defer { waiting.withdrawals = [] }
            return waiting.withdrawals
        }
        for withdrawal in left { withdrawal.reply(.shuttingDown) }
    }
}
