import Fulfillment
import Logging
import Operations
import ServiceLifecycle
import Store

/// Goes on with releases of all orders, slice by slice, also with those that a restart has interrupted.
struct ReleaseService: Service {
    /// Between two slices, so that scans come first.
    private static let pauseBetweenSlices = Duration.milliseconds(1)
    /// Between two checks whether there is something to release.
    private static let pauseBetweenPolls = Duration.milliseconds(20)
    /// After a slice that was refused.
    private static let pauseAfterRefusal = Duration.seconds(5)

    private let decider: Decider
    private let logger: Logger
    private let signal = WakeSignal()

    init(decider: Decider, logger: Logger) {
        self.decider = decider
        self.logger = logger
    }

    /// A release may have been begun.
    func wake() { signal.wake() }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            for await _ in signal.wakes {
                let status = await decider.value { (site, _) throws(StoreError) in try site.planningStatus() }
                if status?.isReleasing ?? false { await release() }
                try? await Task.sleep(for: Self.pauseBetweenPolls)
            }
        }
    }

    private func release() async {
        while !Task.isCancelled {
            do {
                let slice = try ReleaseSlice.Result(of: await decider.outcome(of: ReleaseSlice.next))
                guard slice.hasMore else { return }
                try await Task.sleep(for: Self.pauseBetweenSlices)
            } catch is CancellationError {
                return
            } catch {
                logger.error("a release of all orders does not go on", metadata: ["error": "\(error)"])
                try? await Task.sleep(for: Self.pauseAfterRefusal)
                return
            }
        }
    }
}
