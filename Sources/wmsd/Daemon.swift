import Common
import Domain
import Foundation
import Fulfillment
import LabelSpool
import LineProtocol
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import Store

/// The daemon from start to stop: locks, then the site, then the sockets; and backwards.
enum Daemon {
    static let version = "0.1.0"

    /// - Throws: ``StartFault`` or ``SettingsError`` where it cannot run.
    static func run(_ settings: Settings, environment: [String: String], logger: Logger) async throws {
        let access = try AccessRules(settings.grants, ownUserID: Int(getuid()))
        try SocketPlace.makeFolder(settings.dataFolder, mode: 0o750)
        let dataLock = try LockFile(
            path: settings.dataFolder + "/lock", guarding: "the data folder \(settings.dataFolder)")
        let socketLocks = try SocketPlace.claim(settings.sockets.map(\.path))
        do throws(SpoolError) { try SpoolFolders(settings).openAll(settings.printerNames) } catch {
            throw StartFault(
                .cannotCreate, "labels could not be printed: \(error); fix the folder or name another")
        }
        let threads = MultiThreadedEventLoopGroup(numberOfThreads: 2)
        let (socketLoop, labelLoop) = (threads.next(), threads.next())
        let mailbox = LoopMailbox(socketLoop)
        let registry = try await socketLoop.submit {
            NIOLoopBound(ConnectionRegistry(settings.bounds, mailbox: mailbox), eventLoop: socketLoop)
        }.get()
        let decider = try openSite(settings, socketLoop, mailbox, logger: logger)
        let labels = LabelService(
            settings, decider: decider, on: labelLoop, watchLoop: socketLoop, clock: now, logger: logger)
        let imports = ImportService(decider: decider, logger: logger)
        let layouts = LayoutService(decider: decider, logger: logger)
        let planning = PlanningService(decider: decider, logger: logger)
        let parcels = ParcelPlanning(decider: decider)
        let releases = ReleaseService(decider: decider, logger: logger)
        decider.onCommit { head in
            mailbox.post { registry.value.announce(head: head) }
            labels.wake()
            planning.wake()
            parcels.wake()
            releases.wake()
        }
        let notifier = Notifier(environment: environment)
        let server = SocketServer(
            sockets: settings.sockets, access: access,
            router: Router(
                decider: decider, labels: labels, planning: planning, imports: imports, layouts: layouts,
                version: version, startedAt: now(), clock: now),
            registry: registry,
            loop: socketLoop, logger: logger, makeCommandID: makeCommandID,
            ready: { notifier.notify("READY=1") })
        let watchdog = Watchdog(notifier, watching: decider, environment: environment)
        let services: [any Service] = [
            DeciderService(decider: decider), labels, imports, layouts, Housekeeping(decider: decider), planning, parcels,
            releases, server, watchdog,
        ]
        try await serve(services, logger: logger)
        try await threads.shutdownGracefully()
        logger.info("stopped")
        withExtendedLifetime((dataLock, socketLocks)) {}
    }

    private static func serve(_ services: [any Service], logger: Logger) async throws {
        var configuration = ServiceGroupConfiguration(
            services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = .seconds(20)
        try await ServiceGroup(configuration: configuration).run()
    }

    private static func openSite(
        _ settings: Settings, _ socketLoop: any EventLoop, _ mailbox: LoopMailbox, logger: Logger
    ) throws(StartFault) -> Decider {
        let path = settings.dataFolder + "/wmsd.sqlite"
        let siteSettings = settings.site
        do throws(StoreError) {
            return try Decider(
                clock: now, logger: logger,
                // Clients' requests that come in one turn of the loop share a commit, and one waking of the thread.
                wake: { wake in if socketLoop.inEventLoop { socketLoop.execute(wake) } else { wake() } },
                batch: { replies in mailbox.batch(replies) },
                open: { () throws(StoreError) in
                    try Site(
                        databasePath: path, settings: siteSettings, newJournal: makeJournalName(),
                        start: (makeStartMark(), now()))
                })
        } catch { throw StartFault(error) }
    }

    @Sendable private static func now() -> Instant {
        Instant(millisecondsSince1970: Int((Date().timeIntervalSince1970 * 1_000).rounded(.down)))
    }

    @Sendable private static func makeCommandID() -> String {
        "w-" + hex(.random(in: 0...UInt64.max), digits: 16)
    }
    private static func makeJournalName() -> String { hex(.random(in: 0...UInt64(UInt32.max)), digits: 8) }

    /// Tells apart the events of two copies of one folder that both go on.
    private static func makeStartMark() -> String { hex(.random(in: 0...UInt64(UInt16.max)), digits: 4) }

    private static func hex(_ number: UInt64, digits: Int) -> String {
        String(number, radix: 16).zeroPadded(to: digits)
    }
}

/// Brings the database file up to date when all who use it have stopped.
private struct DeciderService: Service {
    let decider: Decider

    func run() async throws {
        try? await gracefulShutdown()
        do throws(StoreError) { try await decider.checkpoint() } catch { throw StartFault(error) }
    }
}

extension StartFault {
    init(_ error: StoreError) {
        let status: ExitStatus =
            switch error {
            case .cannotOpen: .cannotCreate
            case .foreignFile, .newerFile: .dataRefused
            case .inUse: .alreadyRunning
            case .notDurable, .storage, .commitFailed: error.isSyncFailure ? .syncFailed : .cannotCreate
            }
        self.init(status, error.description)
    }
}
