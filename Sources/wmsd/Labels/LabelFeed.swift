import Domain
import Fulfillment
import LabelSpool
import Logging
import NIOCore
import Operations
import ServiceLifecycle
import Synchronization

/// The service that keeps labels moving: new jobs into the spool, outcomes back, and commands that take labels
/// back in between.
struct LabelFeed: Service {
    /// Whether files are put out of the feeders' reach before an operation is carried out.
    static func handles(_ operation: any Operation) -> Bool {
        operation is LabelVoid || operation is LabelMove || operation is PackReopen
    }

    /// How often folders are looked at unasked, and those that failed are tried again.
    private static let roundTime = Duration.seconds(2)

    private let spooler: Spooler
    private let ledger: DeciderLedger
    private let watch: FolderWatch?
    private let watchLoop: any EventLoop
    private let desk = WithdrawalDesk()

    /// - Parameters:
    ///   - loop: a loop that nothing else uses: drawing and syncing block it.
    ///   - watchLoop: hears the notices of the file system.
    init(
        _ settings: Settings, decider: Decider, on loop: any EventLoop, watchLoop: any EventLoop,
        clock: @escaping @Sendable () -> Instant, logger: Logger
    ) {
        let watch = FolderWatch()
        self.watch = watch
        self.watchLoop = watchLoop
        ledger = DeciderLedger(decider: decider)
        spooler = Spooler(
            ledger, drawer: LabelDrawer(settings), folders: SpoolFolders(settings), on: loop, clock: clock,
            logger: logger, onOpen: { watch?.watch($0) })
    }

    /// The printers whose folders cannot be used now.
    var faults: [PrinterDelay] { spooler.faults }

    /// There may be new jobs.
    func wake() { desk.wake() }

    /// Decides a command that ``handles(_:)`` says once its labels are out of the feeders' reach.
    func decide(_ command: Command, reply: @escaping @Sendable (Reply) -> Void) {
        desk.put(WithdrawalDesk.Withdrawal(command: command, reply: reply))
    }

    func run() async throws {
        let channel = try? await watch?.listen(on: watchLoop) { [desk] in desk.wake() }
        let ticking = Task { [desk] in
            while (try? await Task.sleep(for: Self.roundTime)) != nil { desk.tick() }
        }
        await spooler.begin()
        desk.tick()
        for await _ in desk.wakes.cancelOnGracefulShutdown() { await work() }
        ticking.cancel()
        desk.close()
        try? await channel?.close()
    }

    private func work() async {
        var isMoreWaiting = true
        while isMoreWaiting {
            for withdrawal in desk.takeWithdrawals() { await decide(withdrawal) }
            await spooler.settle()
            if desk.takeTick() { await spooler.searchVanished() }
            isMoreWaiting = await spooler.feed()
        }
    }

    private func decide(_ withdrawal: WithdrawalDesk.Withdrawal) async {
        var command = withdrawal.command
        command.unseenLabels = await spooler.takeBack(await ledger.labelsToTakeBack(for: command))
        withdrawal.reply(await ledger.decide(command))
    }
}
