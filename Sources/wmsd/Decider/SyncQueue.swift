import Dispatch
import Foundation
import Synchronization

/// What is to be done once commits that are written are on disk, as well: a thread syncs the log, again and again, while
/// the next commit is decided.
///
///     let queue = SyncQueue { … }                   // syncs the log
///     queue.add { … }                               // after the next sync that begins
///     queue.waitUntilDone()
///     queue.end()
///
/// One sync serves all commits that were added while the one before it was under way.
final class SyncQueue: Sendable {
    typealias Job = @Sendable () -> Void

    fileprivate struct State {
        var jobs: [Job] = []
        /// Whether the thread works on jobs that it has dequeued.
        var isWorking = false
        /// Whether the thread sleeps until it is woken.
        var isAsleep = false
        var isWaitedFor = false
        var isEnded = false

        var isDone: Bool { jobs.isEmpty && !isWorking }
    }

    private let state = Mutex(State())
    private let wakes = DispatchSemaphore(value: 0)
    private let done = DispatchSemaphore(value: 0)

    /// - Parameter sync: makes all commits durable, or ends the process; called on the queue's own thread.
    init(sync: @escaping @Sendable () -> Void) {
        let thread = Thread { [self] in
            while let jobs = dequeue() {
                sync()
                for job in jobs { job() }
            }
        }
        thread.name = "sync"
        thread.start()
    }

    /// Has a job done after the next sync that begins; jobs are done in their order.
    func add(_ job: @escaping Job) {
        let mustWake = state.withLock { state in
            assert(!state.isEnded, "a commit after the end")
            state.jobs.append(job)
            return state.wake()
        }
        if mustWake { wakes.signal() }
    }

    /// Whether all jobs that were added are done.
    var isDone: Bool { state.withLock { $0.isDone } }

    /// Waits until all jobs are done; for one thread, which adds none meanwhile.
    func waitUntilDone() {
        let mustWait = state.withLock { state in
            state.isWaitedFor = !state.isDone
            return state.isWaitedFor
        }
        if mustWait { done.wait() }
    }

    /// Lets the thread end once all jobs are done.
    func end() {
        let mustWake = state.withLock { state in
            state.isEnded = true
            return state.wake()
        }
        if mustWake { wakes.signal() }
    }

    /// Jobs that share a sync; nil when the thread is to end.
    private func dequeue() -> [Job]? {
        if state.withLock({ $0.finish() }) { done.signal() }
        while true {
            switch state.withLock({ $0.next() }) {
            case .work(let jobs): return jobs
            case .sleep: wakes.wait()
            case .end: return nil
            }
        }
    }
}

extension SyncQueue.State {
    /// - Returns: whether the thread must be woken.
    fileprivate mutating func wake() -> Bool {
        defer { isAsleep = false }
        return isAsleep
    }

    /// The thread has done what it dequeued.
    ///
    /// - Returns: whether somebody waits for that.
    fileprivate mutating func finish() -> Bool {
        isWorking = false
        guard isWaitedFor, isDone else { return false }
        isWaitedFor = false
        return true
    }

    enum Next {
        case work([SyncQueue.Job])
        /// It waits until it is woken.
        case sleep
        case end
    }

    /// What the thread does now.
    fileprivate mutating func next() -> Next {
        if !jobs.isEmpty {
            defer { jobs = [] }
            isWorking = true
            return .work(jobs)
        }
        if isEnded { return .end }
        isAsleep = true
        return .sleep
    }
}
