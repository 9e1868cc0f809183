import Foundation

/// Three seeds, or as many times more as `WMS_TEST_SEEDS` says.
let shiftSeeds: ClosedRange<UInt64> =
    1...UInt64(
        3 * max(1, Int(ProcessInfo.processInfo.environment["WMS_TEST_SEEDS"] ?? "") ?? 1))
