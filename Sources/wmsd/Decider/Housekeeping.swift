import Domain
import Fulfillment
import Operations
import ServiceLifecycle

/// What keeps work from growing slower with time: now and then, history is moved out of the way, in slices so small
/// that nobody waits for one.
struct Housekeeping: Service {
    /// Rare enough to cost nothing, often enough that little is due at once.
    private static let pause = Duration.seconds(60)

    /// Between two slices, so that scans come first.
    private static let breath = Duration.milliseconds(20)

    /// So few that a slice takes at most two milliseconds: an order brings some thirty rows with it.
    private static let limits: [(part: HistorySlice.Part, limit: Int)] = [
        (.answers, 200), (.events, 200), (.orders, 4), (.archive, 50),
    ]

    let decider: Decider

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                for (part, limit) in Self.limits {
                    while !Task.isCancelled, await slice(part, limit) {
                        try? await Task.sleep(for: Self.breath)
                    }
                }
                try? await Task.sleep(for: Self.pause)
            }
        }
    }

    /// - Returns: whether there is more to do.
    private func slice(_ part: HistorySlice.Part, _ limit: Int) async -> Bool {
        await withCheckedContinuation { continuation in
            decider.decide(Command(own: HistorySlice(part, limit: limit))) { reply in
                continuation.resume(returning: (try? HistorySlice.Result(of: reply))?.hasMore ?? false)
            }
        }
    }
}
