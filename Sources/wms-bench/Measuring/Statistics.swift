import Foundation

/// Wall time of a piece of work, in microseconds.
func microseconds(_ work: () throws -> Void) rethrows -> Double {
    let time = try ContinuousClock().measure(work)
    return Double(time.components.attoseconds) / 1e12 + Double(time.components.seconds) * 1e6
}

func median(_ values: [Double]) -> Double { values.isEmpty ? .nan : values.sorted()[values.count / 2] }
func mean(_ values: [Double]) -> Double { values.isEmpty ? .nan : values.reduce(0, +) / Double(values.count) }

func percent(_ value: Double) -> String { String(format: "%.3f %%", value * 100) }
func time(_ microseconds: Double) -> String {
    microseconds < 1_000
        ? String(format: "%.1f µs", microseconds) : String(format: "%.2f ms", microseconds / 1_000)
}
