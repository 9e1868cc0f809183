import ArgumentParser
import PickRouting
import WarehouseLayout

/// `wms plan batch`: orders from standard input, tours to standard output.
struct PlanBatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch", abstract: "Put orders together into tours for carts.",
        discussion: """
            Reads one order a line, {"id":"ORD-1","bins":["B-3-12"],"weight_g":2300}, and answers at the end of \
            input one tour a line and then the totals. An order may say "volume_ml" and "due", a time like \
            2026-05-06T14:00:00Z: tours then come in the order of their most urgent order, and lateness counts \
            before length.
            """)

    @Option(help: "The layout file.")
    var layout: String

    @Option(help: "How many totes a cart carries, one an order.")
    var totes: Int

    @Option(name: .customLong("max-weight-g"), help: "What a cart may carry at most.")
    var maxWeightG: Int?

    @Option(name: .customLong("max-volume-ml"), help: "The volume of goods a cart takes at most.")
    var maxVolumeML: Int?

    @Option(help: "When picking begins, like 2026-05-06T14:00:00Z; needed where orders are due.")
    var begin: String?

    @Option(help: "How many pickers there are, for due times.")
    var pickers = 1

    @Option(name: .customLong("pick-s"), help: "Seconds for each bin of an order, for due times.")
    var pickS = 10

    @Option(help: "How often filled carts are perturbed and improved.")
    var effort = BatchPlanner.defaultEffort

    @Option(help: "Fixes every random choice.")
    var seed: UInt64 = 1

    func validate() throws {
        let amountMax = RoutingLimits.amountMax
        try PlanOption.check("--totes", totes, 1...amountMax)
        if let maxWeightG { try PlanOption.check("--max-weight-g", maxWeightG, 0...amountMax) }
        if let maxVolumeML { try PlanOption.check("--max-volume-ml", maxVolumeML, 0...amountMax) }
        try PlanOption.check("--pickers", pickers, 1...RoutingLimits.pickersMax)
        try PlanOption.check("--pick-s", pickS, 0...RoutingLimits.pickSMax)
        try PlanOption.check("--effort", effort, 0...RoutingLimits.effortMax)
        if let begin, PlanMoment(begin) == nil {
            throw ValidationError("--begin is \(begin); give a time like 2026-05-06T14:00:00Z")
        }
    }

    func run() throws {
        var settings = PlanBatch.Settings(
            limits: CartLimits(totes: totes, weightG: maxWeightG, volumeML: maxVolumeML))
        settings.begin = begin.flatMap { PlanMoment($0) }
        (settings.pickers, settings.pickS) = (pickers, pickS)
        (settings.effort, settings.seed) = (effort, seed)
        var plan = PlanBatch(layout: try Layout.read(file: layout), settings: settings)
        var isGood = true
        while let line = readLine() {
            if let fault = plan.add(line: line) {
                Terminal.print(fault)
                isGood = false
            }
        }
        let (lines, ok) = plan.answer()
        for line in lines { Terminal.print(line) }
        if !isGood || !ok { throw ExitCode.failure }
    }
}
