import Operations
import Testing

@testable import wmsd

@Suite struct SubscriptionTests {
    @Test func eventsAreFetchedOnceAndOnlyWhereTheClientTakesThem() {
        let start = EventCursor(after: 3, types: nil)
        var subscription = Subscription(start, head: 5)
        #expect(subscription.advance(isWritable: false) == .nothing)
        #expect(subscription.advance(isWritable: true) == .fetch(start))
        #expect(subscription.advance(head: 9, isWritable: true) == .nothing)
        subscription.fetched(upTo: 5)
        #expect(subscription.advance(isWritable: true) == .fetch(EventCursor(after: 5, types: nil)))
        subscription.fetched(upTo: 9)
        #expect(subscription.advance(isWritable: true) == .nothing)
        #expect(subscription.cursor.after == 9)
    }

    @Test func anOlderHeadChangesNothing() {
        var subscription = Subscription(EventCursor(after: 9, types: [.orderPacked]), head: 9)
        #expect(subscription.advance(head: 4, isWritable: true) == .nothing)
    }
}
