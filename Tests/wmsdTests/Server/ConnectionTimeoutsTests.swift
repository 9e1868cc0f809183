import NIOCore
import Testing

@testable import wmsd

@Suite struct ConnectionTimeoutsTests {
    private let start = NIODeadline.uptimeNanoseconds(0)
    private var bounds: ConnectionBounds {
        ConnectionBounds(idleSeconds: 60, unreadSeconds: 30, heartbeatSeconds: 15)
    }

    @Test func aSilentSubscriberIsSentTheHead() {
        var timeouts = ConnectionTimeouts(bounds, now: start)
        #expect(timeouts.check(at: start + .seconds(14), isSubscribed: true, isIdle: true) == .none)
        #expect(timeouts.check(at: start + .seconds(15), isSubscribed: true, isIdle: true) == .sendHeartbeat)
        timeouts.sent(at: start + .seconds(15))
        #expect(timeouts.check(at: start + .seconds(16), isSubscribed: true, isIdle: true) == .none)
    }

    @Test func whoAsksNothingIsClosedUnlessSubscribedOrServed() {
        let timeouts = ConnectionTimeouts(bounds, now: start)
        let later = start + .seconds(60)
        #expect(timeouts.check(at: later, isSubscribed: false, isIdle: false) == .none)
        #expect(timeouts.check(at: later, isSubscribed: false, isIdle: true) == .close(why: "it is idle"))
    }

    @Test func whoDoesNotReadIsClosed() {
        var timeouts = ConnectionTimeouts(bounds, now: start)
        timeouts.writabilityChanged(to: false, at: start + .seconds(1))
        timeouts.writabilityChanged(to: false, at: start + .seconds(20))
        #expect(timeouts.check(at: start + .seconds(30), isSubscribed: false, isIdle: false) == .none)
        #expect(timeouts.check(at: start + .seconds(31), isSubscribed: false, isIdle: false) != .none)
        timeouts.writabilityChanged(to: true, at: start + .seconds(31))
        #expect(timeouts.check(at: start + .seconds(40), isSubscribed: false, isIdle: false) == .none)
    }
}
