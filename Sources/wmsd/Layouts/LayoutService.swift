import Dispatch
import Fulfillment
import Logging
import Operations
import ServiceLifecycle

/// Brings layouts in: compiles them before they come to the decider, one after another, and goes on with what a new one
/// changes of promises slice by slice, while others are served.
struct LayoutService: Service {
    /// SKUs that are compared in one slice, within two milliseconds.
    private static let sliceLimit = 60
    /// Between two slices, so that scans come first.
    private static let pauseBetweenSlices = Duration.milliseconds(1)
    /// After a slice that was refused.
    private static let pauseAfterRefusal = Duration.seconds(5)

    private let decider: Decider
    private let logger: Logger
    private let queue = DispatchQueue(label: "layouts")
    private let signal = WakeSignal()

    init(decider: Decider, logger: Logger) {
        self.decider = decider
        self.logger = logger
    }

    /// The text that is to be compiled; nil for an operation that brings none.
    static func text(of operation: any Operations.Operation) -> String? {
        switch operation {
        case let check as LayoutCheck: check.yaml
        case let load as LayoutLoad: load.yaml
        default: nil
        }
    }

    /// - Parameter then: called with the command as it is to be decided, on a thread of its own.
    func prepare(_ command: Command, text: String, then: @escaping @Sendable (Command) -> Void) {
        queue.async { then(command.prepared(with: PreparedLayout(yaml: text))) }
    }

    /// A layout may have been loaded.
    func wake() { signal.wake() }

    func run() async throws {
        // What was under way when the daemon stopped goes on.
        signal.wake()
        await cancelWhenGracefulShutdown {
            for await _ in signal.wakes {
                while !Task.isCancelled, await decideSlice() {
                    try? await Task.sleep(for: Self.pauseBetweenSlices)
                }
            }
        }
    }

    /// - Returns: whether there is more to do.
    private func decideSlice() async -> Bool {
        let reply = await decider.outcome(of: PromiseSlice(limit: Self.sliceLimit))
        do { return try PromiseSlice.Result(of: reply).hasMore } catch {
            if reply == .shuttingDown { return false }
            logger.error("what a layout changes is not booked", metadata: ["error": "\(error)"])
            try? await Task.sleep(for: Self.pauseAfterRefusal)
            return true
        }
    }
}
