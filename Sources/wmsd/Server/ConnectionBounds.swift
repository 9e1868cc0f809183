import NIOCore

/// What one client may cost.
struct ConnectionBounds: Sendable, Equatable {
    /// More are told `busy` and closed.
    var connectionsMax = 256
    /// A connection that asks nothing and has no subscription.
    var idleSeconds = 3_600
    /// A connection that does not take what it is sent.
    var unreadSeconds = 60
    /// Silence after which a subscriber is told the head.
    var heartbeatSeconds = 15
    /// Bytes waiting to be taken before nothing more is read or fetched for the connection.
    static let unreadBytesHigh = 256 << 10
    static let unreadBytesLow = 64 << 10
    /// Events fetched at a time for one subscriber.
    static let eventsPerFetch = 100
    /// How long a stopping daemon waits for clients to take their answers.
    static let farewellSeconds = 5
}
