import NIOCore

/// The connections that are open. Lives on the event loop that serves them all.
final class Roster {
    let bounds: ConnectionBounds
    /// The newest event that connections have been told of.
    private(set) var head = 0
    /// In the order in which they came.
    private var connections: [Connection] = []
    private var isClosing = false
    private var whenEmpty: () -> Void = {}

    init(_ bounds: ConnectionBounds) { self.bounds = bounds }

    var count: Int { connections.count }
    var isFull: Bool { connections.count >= bounds.connectionsMax || isClosing }

    func enter(_ connection: Connection) { connections.append(connection) }

    func leave(_ connection: Connection) {
        connections.removeAll { $0 === connection }
        settle()
    }

    func announce(head: Int) {
        self.head = max(self.head, head)
        for connection in connections { connection.announce(head: head) }
    }

    func tick(_ now: NIODeadline) {
        for connection in connections { connection.tick(now) }
    }

    /// Lets nobody in any more and asks everybody to leave; calls `whenEmpty` when the last one has left.
    func close(whenEmpty: @escaping () -> Void) {
        self.whenEmpty = whenEmpty
        isClosing = true
        for connection in connections { connection.leave() }
        settle()
    }

    private func settle() {
        if isClosing, connections.isEmpty { whenEmpty() }
    }
}
