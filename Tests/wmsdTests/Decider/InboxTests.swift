import Fulfillment
import Operations
import Testing

@testable import wmsd

@Suite struct InboxTests {
    @Test func onlyTheFirstArrivalWakesTheDecider() {
        var inbox = Inbox()
        let wakes = [
            inbox.enqueue(change()), inbox.enqueue(change()),
            inbox.enqueue(Inbox.Read(body: { _, _ in }, refuse: {})),
        ]
        let next = (inbox.dequeueChanges().count, isAsleep: inbox.sleepIfEmpty(), read: inbox.dequeueRead())
        let isAsleep = inbox.sleepIfEmpty()
        let wakesAgain = inbox.enqueue(change())
        #expect(wakes == [true, false, false])
        #expect(next.0 == 2 && !next.isAsleep && next.read != nil)
        #expect(isAsleep && wakesAgain)
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
        #expect(left.changes.count == 1 && left.reads.isEmpty)
        #expect(inbox.isClosed && !inbox.hasChanges)
    }

    private func change() -> Inbox.Change {
        Inbox.Change(command: Command(own: Ping())) { _ in }
    }
}
