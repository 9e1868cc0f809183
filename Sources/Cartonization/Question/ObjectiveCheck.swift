/// The same for freight, and for whether a profile can be followed.
enum ObjectiveCheck {
    /// - Throws: ``PackingError/rules(field:problem:)``.
    static func check(_ profile: ObjectiveProfile, _ boxes: [BoxType], _ freight: FreightTable?)
        throws(PackingError)
    {
        if let freight {
            try check(freight)
        } else if profile == .leastFreight {
            throw .rules(
                field: "the profile least-freight",
                problem: "needs the carrier's rates; give \"freight\" beside the boxes")
        } else if profile == .leastCost, let box = boxes.first(where: { $0.cost == nil }) {
            throw .rules(
                field: "the profile least-cost",
                problem:
                    "needs the \"cost\" of every box, or \"freight\" beside the boxes; box \"\(box.id)\" has none"
            )
        }
    }

    private static func check(_ freight: FreightTable) throws(PackingError) {
        func require(_ holds: Bool, _ field: String, _ problem: String) throws(PackingError) {
            if !holds { throw .rules(field: "freight.\(field)", problem: problem) }
        }
        try require(
            (1...PackingLimits.freightSteps).contains(freight.steps.count), "steps",
            "has \(freight.steps.count) entries; give 1 to \(PackingLimits.freightSteps)")
        try require(
            (1...PackingLimits.divisor).contains(freight.divisor ?? 1), "divisor_cm3_per_kg",
            "must be 1 to \(PackingLimits.divisor)")
        try require((0...PackingLimits.cost).contains(freight.handling), "handling", "is out of range")
        var last = FreightTable.Step(toG: 0, price: 0)
        for (index, step) in freight.steps.enumerated() {
            try require(
                (last.toG + 1...max(last.toG + 1, PackingLimits.weightG)).contains(step.toG),
                "steps[\(index)].to_g",
                "is \(step.toG); steps rise, from 1 to \(PackingLimits.weightG) g")
            try require(
                (last.price...PackingLimits.cost).contains(step.price), "steps[\(index)].price",
                "is out of range or below the step before")
            last = step
        }
    }
}
