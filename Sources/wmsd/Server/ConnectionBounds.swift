import NIOCore

/// The limits of the connections.
struct ConnectionBounds: Sendable, Equatable {
    /// More are refused as `busy`.
    var connectionsMax = 256
    /// Silence after which a connection without a subscription is closed.
    var idleSeconds = 3_600
    /// Time after which a connection that does not read what it is sent is closed.
    var unreadSeconds = 60
    /// Silence after which a subscriber is sent the newest event's number.
    var heartbeatSeconds = 15
    /// Bytes not yet read by the client above which nothing more is read or fetched for the connection.
    static let unreadBytesHigh = 256 << 10
    static let unreadBytesLow = 64 << 10
    /// Events fetched at a time for one subscriber.
    static let eventsPerFetch = 100
    /// How long a stopping daemon waits for clients to read their answers.
    static let drainSeconds = 5
}
