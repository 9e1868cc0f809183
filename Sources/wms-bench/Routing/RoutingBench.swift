import ArgumentParser
import Common

/// `wms-bench routing`: tours, bin choice and batching against proven optima and against other solvers.
struct RoutingBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "routing", abstract: "Tours, bin choice and batching: gaps and times, on one core.",
        discussion: """
            Published sets are read from folders that you have; without them their rows are left out and said so. \
            LKH (elkai), OR-Tools and VROOM (pyvroom) run on the same distances when --python has them.
            """)

    @Option(help: "A Python 3 with elkai, ortools and pyvroom.")
    var python = "python3"

    @Option(
        name: .customLong("sprp-ss"), help: "A copy of katrinhessler/SPRP-SS: scattered storage, with optima."
    )
    var scattered: String?

    @Option(help: "A copy of S-ahj800/JOBPRP-Hybrid-Branch-and-Price: batching instances.")
    var jobprp: String?

    @Option(help: "A copy of kit-dsm/ware_ops_pipes: best known values of the batching instances.")
    var references: String?

    @Option(help: "How many instances of each size or set.")
    var instances = 10

    @Option(
        help:
            "Only sections whose name begins with this: rectangular, graph, policies, bins, batching, thousand."
    )
    var only = ""

    func run() throws {
        for line in routingTable.markdownHead { print(line) }
        if "rectangular".hasPrefix(only) { try RectangularBench(instances: instances, python: python).run() }
        if "graph".hasPrefix(only) { try AnyGraphBench(instances: instances, python: python).run() }
        if "policies".hasPrefix(only) { try PolicyBench(instances: instances).run() }
        if "bins".hasPrefix(only) { try BinChoiceBench(folder: scattered, instances: instances).run() }
        if "batching".hasPrefix(only) {
            try BatchingBench(folder: jobprp, references: references, instances: instances).run()
        }
        if "thousand".hasPrefix(only) { try ThousandOrdersBench().run() }
    }
}

private let routingTable = TextTable(
    columns: ["case", "gap to the optimum, LKH's best or best known", "time"].map { .init($0, .left) })

/// Prints one row as soon as it is known: a whole run takes minutes.
func row(_ name: String, gap: String, time: String) { print(routingTable.markdownLine([name, gap, time])) }
