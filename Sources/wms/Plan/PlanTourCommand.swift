import ArgumentParser
import PickRouting
import WarehouseLayout

/// `wms plan tour`: stops from standard input, tours to standard output.
struct PlanTourCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tour",
        abstract: "Plan the shortest walk through bins, or through a matrix of distances.",
        discussion: """
            Reads one request a line, {"id":"t1","start":"DEPOT","end":"PACK-1","bins":["B-3-12","D-1-05"]} \
            or {"id":"m1","matrix":[[0,5],[5,0]]}, and answers one tour a line. A bin may be \
            {"bin":"B-3-12","class":1}: lower classes come first. Instead of bins, \
            "lines":[{"sku":"TEA","qty":3,"bins":[{"bin":"B-3-12","available":2}]}] lets the planner choose \
            them; a line may say "class", "lot" and "line", a bin of it "lot" and "expiry". Distances of a \
            matrix are whole numbers, 0 to 1000000000.
            """)

    @Option(help: "The layout file; not needed for matrices.")
    var layout: String?

    @Option(help: "optimal, s-shape, return, midpoint, largest-gap, combined or code.")
    var policy = "optimal"

    @Option(help: "How often a walk is perturbed and repaired where it is searched for.")
    var effort: Int?

    @Option(
        name: .customLong("budget-ms"), help: "Search this long instead; answers then depend on the machine.")
    var budgetMS: Int?

    @Option(help: "Fixes every random choice.")
    var seed: UInt64 = 1

    func run() throws {
        let clock = ContinuousClock()
        let began = clock.now
        let plan = PlanTour(
            layout: try layout.map { try Layout.read(file: $0) }, settings: try settings()
        ) {
            Int((clock.now - began) / .microseconds(1))
        }
        var isGood = true
        while let line = readLine() {
            let (text, ok) = plan.answer(line: line)
            Terminal.print(text)
            isGood = isGood && ok
        }
        if !isGood { throw ExitCode.failure }
    }

    func validate() throws {
        for (name, value, most) in [
            ("--effort", effort, RoutingLimits.effortMax),
            ("--budget-ms", budgetMS, RoutingLimits.budgetMSMax),
        ] {
            if let value { try PlanOption.check(name, value, 0...most) }
        }
        _ = try knownPolicy()
    }

    private func settings() throws -> PlanTour.Settings {
        var settings = PlanTour.Settings()
        settings.policy = try knownPolicy()
        settings.effort = effort
        settings.budgetMS = budgetMS
        settings.seed = seed
        return settings
    }

    /// Nil for the optimum.
    private func knownPolicy() throws -> RoutingPolicy? {
        if policy == "optimal" { return nil }
        guard let knownPolicy = RoutingPolicy(rawValue: policy) else {
            let names = RoutingPolicy.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--policy is \(policy); it is optimal, \(names)")
        }
        return knownPolicy
    }
}
