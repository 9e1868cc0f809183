import Fulfillment
import Operations
import Testing

@testable import wmsd

@Suite struct InboxTests {
    @Test func onlyTheFirstArrivalWakesTheDecider() {
        var inbox = Inbox()
        let first = inbox.next()
        let wakes = [
            inbox.enqueue(change()), inbox.enqueue(change()),
            inbox.enqueue(Inbox.Read(body: { _, _ in }, refuse: {})),
        ]
        let next = (inbox.dequeueChanges().count, state: inbox.next(), read: inbox.dequeueRead())
        let asleep = inbox.next()
        let wakesAgain = inbox.enqueue(change())
        #expect(first == .sleep && wakes == [true, false, false])
        #expect(next.0 == 2 && next.state == .work && next.read != nil)
        #expect(asleep == .sleep && wakesAgain)
    }

    @Test func aCommitHasNoMoreThanItsShare() {
        var inbox = Inbox()
        for _ in 0..<Inbox.changesPerCommit + 3 { _ = inbox.enqueue(change()) }
        let counts = [inbox.dequeueChanges().count, inbox.dequeueChanges().count]
        #expect(counts == [Inbox.changesPerCommit, 3])
    }

    @Test func closingHandsBackWhatWaits() {
        var inbox = Inbox()
        _ = inbox.enqueue(change())
        let left = inbox.close()
        let next = inbox.next()
        #expect(left.changes.count == 1 && left.reads.isEmpty)
        #expect(inbox.isClosed && next == .sleep)
    }

    @Test func whatWaitsIsDoneBeforeTheEnd() {
        var inbox = Inbox()
        _ = inbox.enqueue(change())
        _ = inbox.end()
        let before = inbox.next()
        _ = inbox.dequeueChanges()
        let after = inbox.next()
        #expect(before == .work && after == .end)
    }

    private func change() -> Inbox.Change {
        Inbox.Change(command: Command(own: Ping())) { _ in }
    }
}
