import NIOCore
import NIOEmbedded
import Synchronization
import Testing

@testable import wmsd

@Suite struct LoopMailboxTests {
    private let loop = EmbeddedEventLoop()

    @Test func jobsRunOnTheLoopInTheOrderInWhichTheyWerePosted() {
        let mailbox = LoopMailbox(loop)
        let order = Mutex<[Int]>([])
        for number in 1...3 { mailbox.post { order.withLock { $0.append(number) } } }
        #expect(order.withLock { $0 }.isEmpty)
        loop.run()
        #expect(order.withLock { $0 } == [1, 2, 3])
    }

    @Test func aBatchIsHandedOverAtItsEnd() {
        let mailbox = LoopMailbox(loop)
        let done = Mutex<[Int]>([])
        mailbox.batch {
            mailbox.post { done.withLock { $0.append(1) } }
            loop.run()
            #expect(done.withLock { $0 }.isEmpty)
            mailbox.post { done.withLock { $0.append(2) } }
        }
        loop.run()
        #expect(done.withLock { $0 } == [1, 2])
    }

    @Test func aJobMayPostAnother() {
        let mailbox = LoopMailbox(loop)
        let done = Mutex<[Int]>([])
        mailbox.post {
            done.withLock { $0.append(1) }
            mailbox.post { done.withLock { $0.append(2) } }
        }
        loop.run()
        #expect(done.withLock { $0 } == [1, 2])
    }
}
