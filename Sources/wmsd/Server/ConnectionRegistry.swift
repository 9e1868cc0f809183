import NIOCore

/// The connections that are open. Lives on the event loop that serves them all.
final class ConnectionRegistry {
    let bounds: ConnectionBounds
    /// The newest event that connections have been notified of.
    private(set) var head = 0
    /// In the order in which they were opened.
    private var connections: [Connection] = []
    private var isClosing = false
    private var onEmpty: () -> Void = {}

    init(_ bounds: ConnectionBounds) { self.bounds = bounds }

    /// Whether no more connections are accepted.
    var isFull: Bool { connections.count >= bounds.connectionsMax || isClosing }

    func add(_ connection: Connection) { connections.append(connection) }

    func remove(_ connection: Connection) {
        connections.removeAll { $0 === connection }
        callOnEmpty()
    }

    func announce(head: Int) {
        self.head = max(self.head, head)
        for connection in connections { connection.announce(head: head) }
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
