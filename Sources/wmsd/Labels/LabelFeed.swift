import Fulfillment
import JSON
import LabelSpool
import Labels
import Logging
import NIOCore
import ServiceLifecycle

/// Brings queued label jobs to their printers: draws each, lays it into the printer's spool folder, and takes
/// down that it lies there; later, what became of it.
///
/// A stop at any moment costs nothing: a job's file name is made from its number and copy alone, so a label
/// that already lies in the folder is found there and not written again.
actor LabelFeed: Service {
    /// Labels drawn between two looks at the queue.
    private static let jobsPerRound = 32
    /// Spooled jobs whose folders are opened at the start: more than wait at printers that work.
    private static let jobsAtStart = 1_000
    /// How often folders are looked at for what feeders have done, and jobs that could not be written tried again.
    private static let roundTime = Duration.seconds(2)

    private let decider: Decider
    private let drawer: LabelDrawer
    private let spools: SpoolFolders
    private let logger: Logger
    private nonisolated let loop: any EventLoop
    private nonisolated let wakes: AsyncStream<Void>
    private nonisolated let waker: AsyncStream<Void>.Continuation

    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.executor.asUnownedSerialExecutor() }

    /// - Parameter loop: a loop that nothing else uses: drawing and syncing block it.
    init(_ settings: Settings, decider: Decider, on loop: any EventLoop, logger: Logger) {
        self.decider = decider
        self.loop = loop
        self.logger = logger
        drawer = LabelDrawer(settings)
        spools = SpoolFolders(settings)
        (wakes, waker) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// There may be new jobs.
    nonisolated func wake() { waker.yield() }

    func run() async throws {
        let waker = waker
        let ticking = Task {
            while (try? await Task.sleep(for: Self.roundTime)) != nil { waker.yield() }
        }
        await openFoldersInUse()
        wake()
        for await _ in wakes.cancelOnGracefulShutdown() {
            await feedQueued()
            await settleHanded()
        }
        ticking.cancel()
    }

    private func feedQueued() async {
        while true {
            let jobs = await jobs { site throws(SiteError) in try site.queuedLabels(limit: Self.jobsPerRound)
            }
            var fed = 0
            for job in jobs where await feed(job) { fed += 1 }
            // Fewer than asked for were there, or one could not be written: the next round goes on.
            if fed < Self.jobsPerRound { return }
        }
    }

    /// - Returns: whether the job has left the queue.
    private func feed(_ job: LabelJob) async -> Bool {
        do {
            let folder = try spools.folder(of: job.printer)
            let name = try SpoolName(job)
            if try folder.place(of: name) == nil {
                try folder.write([SpoolLabel(name: name, bytes: try drawer.bytes(of: job))])
            }
            return await tell("spooled", of: job.number)
        } catch let error as SpoolError where error.isWorthRetrying {
            logger.error(
                "a label waits for its spool folder", metadata: ["job": "\(job.number)", "error": "\(error)"])
            return false
        } catch {
            logger.error(
                "a label cannot be printed", metadata: ["job": "\(job.number)", "error": "\(error)"])
            return await tell("failed", of: job.number, why: "\(error)")
        }
    }

    /// Takes down what feeders have made of the labels in their folders, and removes what is settled.
    private func settleHanded() async {
        for folder in spools.open {
            for place in [SpoolPlace.done, .failed] {
                for name in (try? folder.names(in: place)) ?? [] {
                    let outcome = place == .done ? "printed" : "failed"
                    let why = place == .done ? nil : "the feeder gave it up"
                    if await tell(outcome, of: name.sequence, why: why) {
                        try? folder.discard(name, from: place)
                    }
                }
            }
        }
    }

    /// Opens the folders in which labels of an earlier run may have been handed on.
    private func openFoldersInUse() async {
        for job in await jobs({ site throws(SiteError) in try site.spooledLabels(limit: Self.jobsAtStart) }) {
            _ = try? spools.folder(of: job.printer)
        }
    }

    private func jobs(_ fetch: @escaping @Sendable (Site) throws(SiteError) -> [LabelJob]) async -> [LabelJob]
    {
        await withCheckedContinuation { continuation in
            decider.look({ site, _ in continuation.resume(returning: (try? fetch(site)) ?? []) }) {
                continuation.resume(returning: [])
            }
        }
    }

    /// - Returns: whether that is settled: taken down, or refused for good.
    private func tell(_ outcome: String, of number: Int, why: String? = nil) async -> Bool {
        var params: JSONObject = ["job": .int(number), "outcome": .string(outcome)]
        if let why { params["reason"] = .string(why) }
        let command = Command(
            method: "label.outcome", params: params, commandID: nil,
            actor: Actor(userID: 0, roles: ["printer"]))
        let reply = await withCheckedContinuation { continuation in
            decider.decide(command) { continuation.resume(returning: $0) }
        }
        guard case .refusal(let error) = reply else { return true }
        logger.error(
            "a label's outcome was refused", metadata: ["job": "\(number)", "error": "\(error.message)"])
        return !error.kind.mayRetry
    }
}

extension SpoolName {
    init(_ job: LabelJob) throws(SpoolError) {
        let family = job.template.prefix { $0 != "-" }
        try self.init(sequence: job.number, kind: String(family), key: job.key, copy: job.copy)
    }
}
