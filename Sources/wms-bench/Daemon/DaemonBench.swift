import ArgumentParser
import Foundation

/// `wms-bench daemon`: load over the real socket of a real daemon, with Redis beside it.
struct DaemonBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "daemon",
        abstract: "Put load on a real daemon over its socket, beside Redis on the same disk.",
        discussion: """
            Every part starts a `wmsd serve` of its own in a new folder, with the floor of `wms-bench routing` of \
            20 aisles and 3 cross aisles in it. Clients follow the prompts as people do, each with one request \
            under way, all driven by one thread. The daemon, Redis and the load share the machine's cores.

            For growth some thousand orders are played until the daemon has filed them in its archive. While it is \
            stopped their rows are copied in its file, with numbers and names of their own, as often as the sizes \
            need; so are those of orders in transit and of orders that wait. SKUs are imported.
            """)

    enum Part: String, CaseIterable, ExpressibleByArgument {
        case throughput, tours, waits, growth, storage, walking
    }

    @Option(help: "Only this part; may be given more than once.")
    var part: [Part] = []

    @Flag(help: "Larger and longer: 40,000 orders released, a million SKUs imported, a million closed.")
    var full = false

    @Flag(help: "Print a JSON line for each figure too.")
    var json = false

    @Option(parsing: .upToNextOption, help: "Numbers of connections that scan and allocate.")
    var connections = [1, 50, 500]

    @Option(help: "Closed orders behind the growth figures: some are played, the rest are their copies.")
    var closed: Int?

    @Option(help: "Orders that were handed over there and are not in the archive yet.")
    var inTransit: Int?

    @Option(help: "Orders that wait there: some are allocated, the rest are their copies.")
    var waiting: Int?

    @Option(help: "SKUs imported while others work, and known to the growth figures beside those in bins.")
    var skus: Int?

    @Option(name: .customLong("seconds"), help: "Seconds of each measurement of throughput.")
    var measuredS: Double?

    @Option(help: "A folder on the disk to be measured; folders are made in it and removed.")
    var disk = NSTemporaryDirectory()

    @Option(help: ArgumentHelp("The daemon; the one beside this program where left out.", valueName: "path"))
    var wmsd: String?

    @Option(help: ArgumentHelp("The Redis server.", valueName: "path"))
    var redis = "redis-server"

    func validate() throws {
        let history = historyWanted
        guard history.closed > 0, history.inTransit >= 0, history.waiting >= 0, history.skus > 0,
            connections.allSatisfy({ (1...1_500).contains($0) })
        else {
            throw ValidationError("There must be closed orders and SKUs, and 1 to 1,500 connections.")
        }
    }

    func run() throws {
        BenchFolder.raiseDescriptorLimit()
        let cores = sysconf(Int32(_SC_NPROCESSORS_ONLN))
        print("\(programPath) on \(disk); \(cores) cores, shared by the daemon, Redis and this load")
        print("the machine's load before: \(Self.loadAverage)")
        if BenchFolder.isInMemory(disk) {
            print("\(disk) is in memory: a sync costs nothing there; use --disk")
        }
        let startNS = monotonicNS()
        for part in part.isEmpty ? Part.allCases : part { try run(part) }
        print("\n\(Figure.Unit.seconds.text(seconds(since: startNS))) all together")
    }

    /// Processes that ran or waited for a core in the last minute: where it is much above zero, others distort the
    /// figures.
    private static var loadAverage: String {
        let text = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8)) ?? ""
        return text.split(separator: " ").first.map(String.init) ?? "not known"
    }

    private func run(_ part: Part) throws(WireFault) {
        let report = Report(part: part.rawValue, about: part.about, json: json)
        switch part {
        case .throughput: try ThroughputPart(bench: self).run(report)
        case .tours: try TourSizePart(bench: self).run(report)
        case .waits: try OthersWaitPart(bench: self).run(report)
        case .growth: try GrowthPart(bench: self).run(report)
        case .storage: try StoragePart(bench: self).run(report)
        case .walking: try WalkingPart(bench: self).run(report)
        }
        report.end()
    }

    // MARK: Sizes

    var programPath: String {
        wmsd ?? (Bundle.main.executableURL?.deletingLastPathComponent().path ?? ".") + "/wmsd"
    }

    var secondsEach: Double { measuredS ?? (full ? 10 : 2) }
    /// Tours for those who finish one within a measurement.
    var spareTours: Int { max(200, Int(secondsEach * 200)) }
    var releases: [Int] { full ? [1_500, 40_000] : [1_500] }
    var importedSKUs: Int { skus ?? (full ? 1_000_000 : 20_000) }
    /// What lies behind the growth figures, the SKUs beside those in bins.
    var historyWanted: PlayedHistory.Sizes {
        PlayedHistory.Sizes(
            closed: closed ?? (full ? 1_000_000 : 20_000), inTransit: inTransit ?? (full ? 75_000 : 2_000),
            waiting: waiting ?? (full ? 100_000 : 2_000), skus: importedSKUs)
    }
    /// How long the packing of very many pieces is measured.
    var packingS: Double { full ? 300 : 4 }
    var storedOrders: Int { full ? 1_000 : 200 }
}

extension DaemonBench.Part {
    /// What the part measures, for the line above its table.
    var about: String {
        switch self {
        case .throughput: "changes a second that are on disk before they are answered"
        case .tours: "a scan by the number of picks on its tour"
        case .waits: "what everybody else waits while something large goes on"
        case .growth: "single answers by what lies behind"
        case .storage: "what an order leaves on the disk"
        case .walking: "the daemon's own batches"
        }
    }
}
