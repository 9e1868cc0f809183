import Glibc

/// Nanoseconds on the monotonic clock.
func monotonicNS() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
}

/// Seconds since a moment of that clock.
func seconds(since startNS: Int) -> Double { Double(monotonicNS() - startNS) / 1e9 }
