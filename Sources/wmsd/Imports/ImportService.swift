import Dispatch
import Domain
import Fulfillment
import Logging
import Operations
import ServiceLifecycle
import Synchronization

/// Brings imports in: reads their rows before they come to the decider, and goes on with their commits slice by slice
/// while others are served.
final class ImportService: Service {
    /// Whether the service has it decided.
    static func handles(_ operation: any Operation) -> Bool {
        operation is ImportRows || operation is ImportCommit
    }

    /// SKUs that are moved in one slice, within two milliseconds; of other rows so many as take the same time.
    private static let sliceLimit = 200
    /// Between two slices, so that scans come first.
    private static let pauseBetweenSlices = Duration.milliseconds(1)
    /// How often work is searched for without a request: rows that nobody has committed are dropped.
    private static let searchInterval = Duration.seconds(60)

    private let decider: Decider
    private let logger: Logger
    /// One request after another, so that a commit follows the rows that came before it.
    private let queue = DispatchQueue(label: "imports")
    /// One page of rows at a time is written down.
    private let mayWrite = DispatchSemaphore(value: 0)
    private let begun = BegunImports()
    private let awaited = AwaitedCommits()
    private let signal = WakeSignal()

    init(decider: Decider, logger: Logger) {
        self.decider = decider
        self.logger = logger
        mayWrite.signal()
    }

    /// Decides a command that ``handles(_:)`` says, its rows read as far as they can be without the decider.
    func decide(_ command: Command, reply: @escaping @Sendable (Reply) -> Void) {
        queue.async { [self] in
            guard let rows = command.operation as? ImportRows else {
                return enqueue(PendingCommand(command: command.prepared(), reply: reply))
            }
            let found = begun.import(rows.number, by: decider)
            enqueuePage(command.prepared(with: found.map { PreparedRows(rows, of: $0) }), reply: reply)
        }
    }

    /// Has a page of rows decided once the page before it has been, while the next one is read: so nobody waits for
    /// more than one.
    private func enqueuePage(_ page: Command, reply: @escaping @Sendable (Reply) -> Void) {
        mayWrite.wait()
        decider.decide(page) { [mayWrite] outcome in
            mayWrite.signal()
            reply(outcome)
        }
    }

    /// Has a command decided; a commit whose rows are booked before it is answered waits here for that.
    private func enqueue(_ commit: PendingCommand) {
        let isCommit = commit.command.operation is ImportCommit
        decider.decide(
            commit.command,
            begun: { [awaited, signal] row in
                awaited.add(commit, of: row)
                signal.wake()
            },
            reply: { [signal] outcome in
                commit.reply(outcome)
                if isCommit { signal.wake() }
            })
    }

    func run() async throws {
        let ticking = Task { [signal] in
            while (try? await Task.sleep(for: Self.searchInterval)) != nil { signal.wake() }
        }
        // What was under way when the daemon stopped goes on.
        signal.wake()
        await cancelWhenGracefulShutdown { [self] in
            for await _ in signal.wakes {
                while !Task.isCancelled, await decideSlice() {
                    try? await Task.sleep(for: Self.pauseBetweenSlices)
                }
            }
        }
        ticking.cancel()
    }

    /// - Returns: whether there may be more to do.
    private func decideSlice() async -> Bool {
        let reply = await decider.outcome(of: ImportSlice(limit: Self.sliceLimit))
        do {
            let slice = try ImportSlice.Result(of: reply)
            for commit in slice.ended.map({ awaited.remove(of: $0) }) ?? [] { enqueue(commit.resumed) }
            return slice.hasMore
        } catch {
            if reply != .shuttingDown {
                logger.error("an import cannot go on", metadata: ["error": "\(error)"])
            }
            // Who waits is told why; the import goes on later, and a repeat of the commit is answered then.
            for commit in awaited.removeAll() { commit.reply(reply) }
            return false
        }
    }
}

/// The imports as they were begun, cached: their kind and common params never change.
private final class BegunImports: Sendable {
    /// More imports than are under way at one time.
    private static let keptMax = 64

    private let cache = Mutex<[ImportRow: Import]>([:])

    /// Waits for the decider where the import is not known; nil where there is none.
    func `import`(_ row: ImportRow, by decider: Decider) -> Import? {
        if let cached = cache.withLock({ $0[row] }) { return cached }
        let isRead = DispatchSemaphore(value: 0)
        decider.read(
            { [self] site, _ in
                if let found = try? site.import(row) { keep(found) }
                isRead.signal()
            }, refuse: { isRead.signal() })
        isRead.wait()
        return cache.withLock { $0[row] }
    }

    private func keep(_ found: Import) {
        cache.withLock { imports in
            if imports.count == Self.keptMax { imports = [:] }
            imports[found.row] = found
        }
    }
}
