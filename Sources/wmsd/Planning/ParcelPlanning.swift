import Fulfillment
import ServiceLifecycle
import Store

/// Plans the parcels of picked orders before anybody scans their totes: what the packing engine has answered once it
/// knows.
struct ParcelPlanning: Service {
    /// Commits within this time are handled together.
    private static let batchingInterval = Duration.milliseconds(50)

    private let decider: Decider
    private let signal = WakeSignal()

    init(decider: Decider) { self.decider = decider }

    /// An order may have been picked.
    func wake() { signal.wake() }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            for await _ in signal.wakes {
                while !Task.isCancelled, let question = await next() {
                    _ = await PlanningThread.run { question.answer() }
                }
                try? await Task.sleep(for: Self.batchingInterval)
            }
        }
    }

    private func next() async -> PackingQuestion? {
        await decider.value { (site, now) throws(StoreError) in try site.nextPackingQuestion(at: now) } ?? nil
    }
}
