import Dispatch
import Testing

@testable import wmsd

@Suite struct PlanningThreadTests {
    @Test func givesWhatTheWorkComesTo() async {
        #expect(await PlanningThread.run { (1...10).reduce(0, +) } == 55)
    }

    @Test func whoIsCancelledDoesNotWaitForTheWork() async {
        let end = DispatchSemaphore(value: 0)
        let (begins, hasBegun) = AsyncStream<Void>.makeStream()
        let waiting = Task {
            await PlanningThread.run {
                hasBegun.yield()
                end.wait()
                return 1
            }
        }
        for await _ in begins { break }
        waiting.cancel()
        #expect(await waiting.value == nil)
        end.signal()
    }
}
