import Glibc

/// Waits that end early when there is no reason to wait any more.
enum Pause {
    private static let sliceMS = 20

    static func `for`(milliseconds: Int, while mayWait: () -> Bool) {
        var left = milliseconds
        while left > 0, mayWait() {
            usleep(UInt32(min(left, sliceMS)) * 1_000)
            left -= sliceMS
        }
    }
}
