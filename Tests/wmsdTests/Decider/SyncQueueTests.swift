import Dispatch
import Synchronization
import Testing

@testable import wmsd

@Suite struct SyncQueueTests {
    private enum Step: Equatable { case sync, job(Int) }

    @Test func aJobIsDoneAfterASyncThatBeganLater() {
        let steps = Mutex<[Step]>([])
        let queue = SyncQueue { steps.withLock { $0.append(.sync) } }
        for number in 1...3 {
            queue.add { steps.withLock { $0.append(.job(number)) } }
            queue.waitUntilDone()
            #expect(queue.isDone)
        }
        queue.end()
        #expect(steps.withLock { $0 } == [.sync, .job(1), .sync, .job(2), .sync, .job(3)])
    }

    @Test func whatIsAddedDuringASyncSharesTheNext() {
        let steps = Mutex<[Step]>([])
        let (hasBegun, mayEnd) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let queue = SyncQueue {
            hasBegun.signal()
            mayEnd.wait()
            steps.withLock { $0.append(.sync) }
        }
        queue.add { steps.withLock { $0.append(.job(1)) } }
        hasBegun.wait()
        for number in 2...9 { queue.add { steps.withLock { $0.append(.job(number)) } } }
        #expect(!queue.isDone)
        mayEnd.signal()
        hasBegun.wait()
        mayEnd.signal()
        queue.waitUntilDone()
        queue.end()
        #expect(steps.withLock { $0 } == [.sync, .job(1), .sync] + (2...9).map { .job($0) })
    }

    @Test func whereNothingWasAddedNobodyWaits() {
        let queue = SyncQueue {}
        queue.waitUntilDone()
        #expect(queue.isDone)
        queue.end()
    }

    /// Added, waited for and ended from a thread that does not know how far the queue is.
    @Test(arguments: 1...50) func nothingIsLost(round: Int) {
        let done = Mutex(0)
        let queue = SyncQueue {}
        for _ in 0..<round {
            for _ in 0..<round { queue.add { done.withLock { $0 += 1 } } }
            queue.waitUntilDone()
        }
        queue.add { done.withLock { $0 += 1 } }
        queue.waitUntilDone()
        queue.end()
        #expect(done.withLock { $0 } == round * round + 1)
    }
}
