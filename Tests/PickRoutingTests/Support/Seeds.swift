import Foundation

private let seedsAsked = ProcessInfo.processInfo.environment["WMS_TEST_SEEDS"].flatMap(UInt64.init)

/// Seeds for property tests: few by default, as many as `WMS_TEST_SEEDS` says in a thorough run.
let seeds: Range<UInt64> = 0..<(seedsAsked ?? 6)

/// Whether no number of seeds is asked for: then a suite is to be quick, else a seed may play many games.
let isQuick = seedsAsked == nil
