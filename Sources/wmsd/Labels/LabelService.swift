import Domain
import Fulfillment
import LabelSpool
import Logging
import NIOCore
import ServiceLifecycle
import Synchronization

/// The service that keeps labels moving: queued jobs into the spool folders, outcomes back into the database,
/// and in between the commands that take labels back.
struct LabelService: Service {
    /// How often folders are read unasked, and those that failed are tried again.
    private static let searchInterval = Duration.seconds(2)
    /// Commits within this time share one round: a label may wait so long, and scans need not pay for rounds
    /// that find nothing.
    private static let pauseBetweenRounds = Duration.milliseconds(10)

    private let spooler: Spooler
    private let jobStore: DeciderLabelJobStore
    private let watch: FolderWatch?
    private let watchLoop: any EventLoop
    private let queue = LabelCommandQueue()

    /// - Parameters:
    ///   - loop: a loop that nothing else uses: drawing and syncing block it.
    ///   - watchLoop: receives the file system's notices.
    init(
        _ settings: Settings, decider: Decider, on loop: any EventLoop, watchLoop: any EventLoop,
        clock: @escaping @Sendable () -> Instant, logger: Logger
    ) {
        let watch = FolderWatch()
        self.watch = watch
        self.watchLoop = watchLoop
        jobStore = DeciderLabelJobStore(decider: decider)
        spooler = Spooler(
            jobStore, drawer: LabelDrawer(settings), folders: SpoolFolders(settings), on: loop, clock: clock,
            logger: logger, onOpen: { watch?.watch($0) })
    }

    /// The printers whose folders cannot be used now.
    var faults: [PrinterDelay] { spooler.faults }

    /// There may be new jobs.
    func wake() { queue.wake() }

    /// Decides a command that takes labels back once they are out of the feeders' reach.
    func decide(_ command: Command, reply: @escaping @Sendable (Reply) -> Void) {
        queue.enqueue(PendingCommand(command: command, reply: reply))
    }

    func run() async throws {
        let channel = try? await watch?.listen(on: watchLoop) { [queue] in queue.wake() }
        let ticking = Task { [queue] in
            while (try? await Task.sleep(for: Self.searchInterval)) != nil { queue.requestSearch() }
        }
        await spooler.start()
        queue.requestSearch()
        for await _ in queue.wakes.cancelOnGracefulShutdown() {
            await runRounds()
            try? await Task.sleep(for: Self.pauseBetweenRounds)
        }
        ticking.cancel()
        queue.close()
        try? await channel?.close()
    }

    /// Goes on until nothing is left that can be written now.
    private func runRounds() async {
        var isMoreWaiting = true
        while isMoreWaiting {
            for pending in queue.dequeueAll() { await decide(pending) }
            await spooler.collectOutcomes()
            if queue.dequeueSearch() { await spooler.findVanished() }
            isMoreWaiting = await spooler.writeQueued { [queue] in queue.hasCommands }
        }
    }

    private func decide(_ pending: PendingCommand) async {
        var command = pending.command
        switch await jobStore.labelsToWithdraw(for: command) {
        case .success(let labels):
            command.unreachableLabels = await spooler.withdraw(labels).sorted()
            pending.reply(await jobStore.decide(command))
        case .failure(let error): pending.reply(.refusal(error))
        }
    }
}
