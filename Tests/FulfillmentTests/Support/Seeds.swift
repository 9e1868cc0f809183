@testable import ShiftScript

/// Three seeds, or as many times more as `WMS_TEST_SEEDS` says.
let seeds = shiftSeeds
