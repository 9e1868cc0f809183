import Fulfillment
import Operations
import Testing

@testable import wmsd

@Suite struct InboxTests {
    @Test func onlyTheFirstArrivalWakesTheDecider() {
        var inbox = Inbox()
        let wakes = [
            inbox.put(change()), inbox.put(change()), inbox.put(Inbox.Look(body: { _, _ in }, refuse: {})),
        ]
        let taken = (inbox.takeChanges().count, isAsleep: inbox.sleepIfEmpty(), look: inbox.takeLook())
        let isAsleep = inbox.sleepIfEmpty()
        let wakesAgain = inbox.put(change())
        #expect(wakes == [true, false, false])
        #expect(taken.0 == 2 && !taken.isAsleep && taken.look != nil)
        #expect(isAsleep && wakesAgain)
    }

    @Test func aCommitTakesNoMoreThanItsShare() {
        var inbox = Inbox()
        for _ in 0..<Inbox.changesPerCommit + 3 { _ = inbox.put(change()) }
        let counts = [inbox.takeChanges().count, inbox.takeChanges().count]
        #expect(counts == [Inbox.changesPerCommit, 3])
    }

    @Test func closingHandsBackWhatWaits() {
        var inbox = Inbox()
        _ = inbox.put(change())
        let left = inbox.close()
        #expect(left.changes.count == 1 && left.looks.isEmpty)
        #expect(inbox.isClosed && !inbox.hasChanges)
    }

    private func change() -> Inbox.Change {
        Inbox.Change(command: Command(own: Ping())) { _ in }
    }
}
