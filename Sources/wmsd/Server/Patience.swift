import NIOCore

/// How long one connection may be silent, idle or unwilling to read.
struct Patience {
    enum Verdict: Equatable {
        case wait
        case heartbeat
        case close(why: String)
    }

    private let bounds: ConnectionBounds
    private var heardAt: NIODeadline
    private var saidAt: NIODeadline
    private var unwritableSince: NIODeadline?

    init(_ bounds: ConnectionBounds, now: NIODeadline) {
        self.bounds = bounds
        heardAt = now
        saidAt = now
    }

    mutating func heard(at now: NIODeadline) { heardAt = now }
    mutating func said(at now: NIODeadline) { saidAt = now }

    mutating func writability(_ isWritable: Bool, at now: NIODeadline) {
        unwritableSince = isWritable ? nil : unwritableSince ?? now
    }

    func tick(_ now: NIODeadline, isSubscribed: Bool, isIdle: Bool) -> Verdict {
        if let unwritableSince, now - unwritableSince >= .seconds(Int64(bounds.unreadSeconds)) {
            return .close(why: "it does not take what it is sent")
        }
        if isSubscribed {
            return now - saidAt >= .seconds(Int64(bounds.heartbeatSeconds)) ? .heartbeat : .wait
        }
        if isIdle, now - heardAt >= .seconds(Int64(bounds.idleSeconds)) { return .close(why: "it is idle") }
        return .wait
    }
}
