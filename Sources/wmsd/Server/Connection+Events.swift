import Logging
import NIOCore

/// The events that a client follows, sent as they come and no faster than it reads.
extension Connection {
    /// Events after the cursor are sent from here on, in place of those of a subscription before.
    func subscribe(from cursor: EventCursor) {
        subscriptionsMade += 1
        subscription = Subscription(cursor, head: registry.head)
        registry.subscribe(self)
    }

    /// There are events up to this one.
    func announce(head: Int) { sendEvents(head: head) }

    /// Fetches and sends events where there are newer ones and the connection is writable.
    func sendEvents(head: Int? = nil) {
        guard let context,
            case .fetch(let cursor)? = subscription?.advance(head: head, isWritable: isWritable)
        else { return }
        let number = subscriptionsMade
        router.events(
            after: cursor,
            then: onLoop(context) { connection, page in connection.send(page, ofSubscription: number) })
    }

    /// Sends fetched events, unless another subscription has replaced the one that asked.
    private func send(_ page: Router.EventPage?, ofSubscription number: Int) {
        guard subscriptionsMade == number else { return }
        guard let page else {
            // Whoever reconnects asks again; asking on and on here would help nobody.
            logger.warning("a subscriber is closed: its events cannot be read")
            context?.close(promise: nil)
            return
        }
        for line in page.lines { write(line) }
        subscription?.fetched(upTo: page.reached)
        proceedSoon()
    }
}
