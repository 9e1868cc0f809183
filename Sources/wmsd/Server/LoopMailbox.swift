import NIOCore
import Synchronization

/// Jobs that other threads have for an event loop, handed over many at a time.
///
///     let mailbox = LoopMailbox(loop)
///     mailbox.batch { for reply in replies { mailbox.post { … } } }      // wakes the loop once
///
/// To wake a loop costs a system call and a switch of threads, more than most jobs. Jobs run in the order in which
/// they were posted.
final class LoopMailbox: Sendable {
    typealias Job = @Sendable () -> Void

    private struct State {
        var jobs: [Job] = []
        /// Batches that are being posted; the loop is woken when the last of them is complete.
        var openBatches = 0
        /// Whether the loop has been asked to run the jobs.
        var isScheduled = false

        /// - Returns: whether the loop must be asked now.
        mutating func schedule() -> Bool {
            guard openBatches == 0, !jobs.isEmpty, !isScheduled else { return false }
            isScheduled = true
            return true
        }
    }

    private let loop: any EventLoop
    private let state = Mutex(State())

    init(_ loop: any EventLoop) { self.loop = loop }

    /// Runs `job` on the loop, later even where the caller is on it.
    func post(_ job: @escaping Job) {
        let mustSchedule = state.withLock { state in
            state.jobs.append(job)
            return state.schedule()
        }
        if mustSchedule { loop.execute { self.runJobs() } }
    }

    /// Hands over everything that is posted during `body` at once, when it ends.
    func batch(_ body: () -> Void) {
        state.withLock { $0.openBatches += 1 }
        body()
        let mustSchedule = state.withLock { state in
            state.openBatches -= 1
            return state.schedule()
        }
        if mustSchedule { loop.execute { self.runJobs() } }
    }

    private func runJobs() {
        let jobs = state.withLock { state in
            state.isScheduled = false
            defer { state.jobs = [] }
            return state.jobs
        }
        for job in jobs { job() }
    }
}
