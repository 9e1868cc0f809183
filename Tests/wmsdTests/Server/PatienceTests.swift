import NIOCore
import Testing

@testable import wmsd

@Suite struct PatienceTests {
    private let start = NIODeadline.uptimeNanoseconds(0)
    private var bounds: ConnectionBounds {
        ConnectionBounds(idleSeconds: 60, unreadSeconds: 30, heartbeatSeconds: 15)
    }

    @Test func aSilentSubscriberIsToldTheHead() {
        var patience = Patience(bounds, now: start)
        #expect(patience.tick(start + .seconds(14), isSubscribed: true, isIdle: true) == .wait)
        #expect(patience.tick(start + .seconds(15), isSubscribed: true, isIdle: true) == .heartbeat)
        patience.said(at: start + .seconds(15))
        #expect(patience.tick(start + .seconds(16), isSubscribed: true, isIdle: true) == .wait)
    }

    @Test func whoAsksNothingIsClosedUnlessSubscribedOrServed() {
        let patience = Patience(bounds, now: start)
        let later = start + .seconds(60)
        #expect(patience.tick(later, isSubscribed: false, isIdle: false) == .wait)
        #expect(patience.tick(later, isSubscribed: false, isIdle: true) == .close(why: "it is idle"))
    }

    @Test func whoDoesNotReadIsClosed() {
        var patience = Patience(bounds, now: start)
        patience.writability(false, at: start + .seconds(1))
        patience.writability(false, at: start + .seconds(20))
        #expect(patience.tick(start + .seconds(30), isSubscribed: false, isIdle: false) == .wait)
        #expect(patience.tick(start + .seconds(31), isSubscribed: false, isIdle: false) != .wait)
        patience.writability(true, at: start + .seconds(31))
        #expect(patience.tick(start + .seconds(40), isSubscribed: false, isIdle: false) == .wait)
    }
}
