import ArgumentParser

/// Checks the numbers that planning commands are given.
enum PlanOption {
    static func check(_ name: String, _ value: Int, _ bounds: ClosedRange<Int>) throws {
        guard bounds ~= value else {
            throw ValidationError("\(name) is \(value); give \(bounds.lowerBound) to \(bounds.upperBound)")
        }
    }
}
