import Foundation

/// A thread of its own for a plan that takes seconds: it gets a core when nobody else wants one.
enum PlanningThread {
    private static let niceness: Int32 = 10
    /// As the main thread has: searches are deep.
    private static let stackBytes = 8 << 20

    /// - Returns: nil where the task is cancelled meanwhile; what the work comes to is of no interest then.
    static func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value? {
        let (results, result) = AsyncStream<Value>.makeStream()
        let thread = Thread {
            // On Linux it is the calling thread's.
            _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, niceness)
            result.yield(work())
            result.finish()
        }
        thread.stackSize = stackBytes
        thread.start()
        for await value in results { return value }
        return nil
    }
}
