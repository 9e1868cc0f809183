import NIOCore

/// When a connection is silent, idle or not read from for too long.
struct ConnectionTimeouts {
    /// What is to be done now.
    enum Action: Equatable {
        case none
        case sendHeartbeat
        case close(why: String)
    }

    private let bounds: ConnectionBounds
    private var receivedAt: NIODeadline
    private var sentAt: NIODeadline
    private var unwritableSince: NIODeadline?

    init(_ bounds: ConnectionBounds, now: NIODeadline) {
        self.bounds = bounds
        receivedAt = now
        sentAt = now
    }

    /// Bytes have come.
    mutating func received(at now: NIODeadline) { receivedAt = now }
    /// Something has been written.
    mutating func sent(at now: NIODeadline) { sentAt = now }

    mutating func writabilityChanged(to isWritable: Bool, at now: NIODeadline) {
        unwritableSince = isWritable ? nil : unwritableSince ?? now
    }

    func check(at now: NIODeadline, isSubscribed: Bool, isIdle: Bool) -> Action {
        if let unwritableSince, now - unwritableSince >= .seconds(Int64(bounds.unreadSeconds)) {
            return .close(why: "it does not read what it is sent")
        }
        if isSubscribed {
            return now - sentAt >= .seconds(Int64(bounds.heartbeatSeconds)) ? .sendHeartbeat : .none
        }
        if isIdle, now - receivedAt >= .seconds(Int64(bounds.idleSeconds)) {
            return .close(why: "it is idle")
        }
        return .none
    }
}
