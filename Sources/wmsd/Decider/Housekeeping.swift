import Domain
import Fulfillment
import Operations
import ServiceLifecycle

/// What keeps work from growing slower with time: now and then, history is moved out of the way, in slices so small
/// that nobody waits for one.
struct Housekeeping: Service {
    /// Rare enough to cost nothing, often enough that little is due at once.
    private static let interval = Duration.seconds(60)

    /// Between two slices, so that scans come first.
    private static let pauseBetweenSlices = Duration.milliseconds(20)

    /// So few that a slice takes at most two milliseconds: an order brings some thirty rows with it.
    private static let limits: [(part: HistorySlice.Part, limit: Int)] = [
        (.answers, 200), (.events, 200), (.orders, 4), (.archive, 50),
        // A session is named by its tours and tasks, and a tour by its tasks.
        (.tasks, 50), (.tours, 50), (.sessions, 50), (.imports, 50),
    ]

    let decider: Decider

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                for (part, limit) in Self.limits { await runSlices(part, limit) }
                try? await Task.sleep(for: Self.interval)
            }
        }
    }

    /// Runs slices of this part until none is due any more.
    private func runSlices(_ part: HistorySlice.Part, _ limit: Int) async {
        var last: HistorySlice.Ended?
        while !Task.isCancelled {
            let slice = await decide(HistorySlice(part, limit: limit, after: last))
            guard let slice, slice.hasMore else { return }
            last = slice.last
            try? await Task.sleep(for: Self.pauseBetweenSlices)
        }
    }

    /// - Returns: nil where the slice was refused.
    private func decide(_ slice: HistorySlice) async -> HistorySlice.Result? {
        await withCheckedContinuation { continuation in
            decider.decide(Command(own: slice)) { reply in
                continuation.resume(returning: try? HistorySlice.Result(of: reply))
            }
        }
    }
}
