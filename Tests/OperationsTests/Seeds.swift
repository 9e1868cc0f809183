import Foundation

/// `count` seeds, or as many times more as `WMS_TEST_SEEDS` says.
func scaledSeeds(_ count: Int) -> Int {
    count * max(1, Int(ProcessInfo.processInfo.environment["WMS_TEST_SEEDS"] ?? "") ?? 1)
}
