import NIOCore

/// The connections that are open. Lives on the event loop that serves them all.
final class ConnectionRegistry {
    let bounds: ConnectionBounds
    /// Hands replies of other threads over to the event loop.
    let mailbox: LoopMailbox
    /// The newest event that connections have been notified of.
    private(set) var head = 0
    /// In the order in which they were opened.
    private var connections: [Connection] = []
    /// Places for connections whose callers are being looked up.
    private var reserved = 0
    /// Those of them that follow the events.
    private var subscribers: [Connection] = []
    /// Those that have replies to send and further requests to run.
    private var answered: [Connection] = []
    private var isClosing = false
    private var onEmpty: () -> Void = {}

    init(_ bounds: ConnectionBounds, mailbox: LoopMailbox) {
        self.bounds = bounds
        self.mailbox = mailbox
    }

    /// Keeps a place for a connection that is being opened, until ``endReservation()``.
    ///
    /// - Returns: false where no more connections are accepted.
    func reserve() -> Bool {
        guard !isClosing, connections.count + reserved < bounds.connectionsMax else { return false }
        reserved += 1
        return true
    }

    /// The connection is open, or will never be.
    func endReservation() { reserved -= 1 }

    func add(_ connection: Connection) { connections.append(connection) }

    func remove(_ connection: Connection) {
        connections.removeAll { $0 === connection }
        unsubscribe(connection)
        callOnEmpty()
    }

    func subscribe(_ connection: Connection) {
        if !subscribers.contains(where: { $0 === connection }) { subscribers.append(connection) }
    }

    func unsubscribe(_ connection: Connection) { subscribers.removeAll { $0 === connection } }

    /// Has the connection proceed once what the loop has at hand is done.
    func proceedSoon(_ connection: Connection, on loop: any EventLoop) {
        answered.append(connection)
        guard answered.count == 1 else { return }
        let bound = NIOLoopBound(self, eventLoop: loop)
        loop.execute { bound.value.proceedWithAnswered() }
    }

    private func proceedWithAnswered() {
        let connections = answered
        answered = []
        for connection in connections { connection.proceedNow() }
    }

    /// There are events up to this one.
    ///
    /// - Complexity: linear in the subscribers; other connections cost nothing.
    func announce(head: Int) {
        self.head = max(self.head, head)
        for subscriber in subscribers { subscriber.announce(head: head) }
    }

    func checkTimeouts(at now: NIODeadline) {
        for connection in connections { connection.checkTimeouts(at: now) }
    }

    /// Accepts nobody any more and lets every connection finish; calls `onEmpty` when the last one is closed.
    func close(onEmpty: @escaping () -> Void) {
        self.onEmpty = onEmpty
        isClosing = true
        for connection in connections { connection.finish() }
        callOnEmpty()
    }

    private func callOnEmpty() {
        if isClosing, connections.isEmpty { onEmpty() }
    }
}
