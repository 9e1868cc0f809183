import ArgumentParser

/// Benchmarks of the engines, each beside its peers and the published best known values, and of the daemon.
@main
struct WMSBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wms-bench",
        abstract: "Measure the engines and the daemon against their peers and against proven optima.",
        subcommands: [
            LayoutBench.self, RoutingBench.self, PackingBench.self, LabelsBench.self, DaemonBench.self,
        ])
}
