import Fulfillment
import Logging
import Operations
import ServiceLifecycle
import Store

/// Goes on with releases of all orders, slice by slice, also with those that a restart has interrupted.
struct ReleaseService: Service {
    /// Between two slices, so that scans come first.
    private static let breath = Duration.milliseconds(1)
    /// Between two looks whether there is something to do.
    private static let pause = Duration.milliseconds(20)
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
                let news = await decider.value { (site, _) throws(StoreError) in try site.planningNews() }
                if news?.isReleasing ?? false { await release() }
                try? await Task.sleep(for: Self.pause)
            }
        }
    }

    private func release() async {
        while !Task.isCancelled {
            do {
                let slice = try ReleaseSlice.Result(of: await decider.outcome(of: ReleaseSlice.next))
                guard slice.hasMore else { return }
                try await Task.sleep(for: Self.breath)
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
