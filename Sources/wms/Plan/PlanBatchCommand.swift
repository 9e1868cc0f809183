import ArgumentParser
import PickRouting
import WarehouseLayout

/// `wms plan batch`: orders from standard input, tours to standard output.
struct PlanBatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch", abstract: "Put orders together into tours for carts.",
        discussion: """
            Reads one order a line, {"id":"ORD-1","bins":["B-3-12"],"weight_g":2300}, and answers at the end of \
            input one tour a line and then the totals.
            """)

    @Option(help: "The layout file.")
    var layout: String

    @Option(help: "How many totes a cart carries, one an order.")
    var totes: Int

    @Option(name: .customLong("max-weight-g"), help: "What a cart may carry at most.")
    var maxWeightG: Int?

    @Option(help: "How often filled carts are disturbed and improved.")
    var effort = BatchPlanner.defaultEffort

    @Option(help: "Fixes every random choice.")
    var seed: UInt64 = 1

    func validate() throws {
        if totes < 1 { throw ValidationError("--totes is \(totes); a cart carries at least one") }
        if effort < 0 { throw ValidationError("--effort is \(effort); give 0 or more") }
    }

    func run() throws {
        var plan = PlanBatch(
            layout: try LayoutArgument.read(layout), limits: CartLimits(totes: totes, weightG: maxWeightG),
            effort: effort, seed: seed)
        var isGood = true
        while let line = readLine() {
            if let fault = plan.take(line: line) {
                print(fault)
                isGood = false
            }
        }
        let (lines, ok) = plan.answer()
        for line in lines { print(line) }
        if !isGood || !ok { throw ExitCode.failure }
    }
}
