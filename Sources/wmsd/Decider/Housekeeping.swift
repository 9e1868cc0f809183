import Logging
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

    /// Runs slices of this part until none is due any more, or one is refused; then the next round tries again.
    private func runSlices(_ part: HistorySlice.Part, _ limit: Int) async {
        var last: HistorySlice.Ended?
        while !Task.isCancelled {
            let reply = await decider.outcome(of: HistorySlice(part, limit: limit, after: last))
            do {
                let slice = try HistorySlice.Result(of: reply)
                if !slice.hasMore { return }
                last = slice.last
            } catch {
                if reply != .shuttingDown {
                    decider.logger.error(
                        "history stays where it is", metadata: ["part": "\(part)", "error": "\(error)"])
                }
                return
            }
            try? await Task.sleep(for: Self.pauseBetweenSlices)
        }
    }
}
