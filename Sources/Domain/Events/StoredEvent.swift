/// One stored fact, as subscribers get it.
public struct StoredEvent: Sendable, Equatable {
    public let sequence: Int
    public let type: String
    /// The CloudEvents object as JSON text, the same bytes whenever it is sent.
    public let text: String

    public init(sequence: Int, type: String, text: String) {
        self.sequence = sequence
        self.type = type
        self.text = text
    }
}

/// Events that follow one another.
public struct EventPage: Sendable, Equatable {
    public let events: [StoredEvent]
    /// The point to continue after: the last event that was read, wanted or not.
    public let last: Int

    public init(events: [StoredEvent], last: Int) {
        self.events = events
        self.last = last
    }
}

/// A reader of events and how far it has acknowledged them.
public struct Consumer: Sendable, Equatable {
    public let name: ConsumerName
    /// The last event that it has acknowledged.
    public let acknowledged: Int
    public let seenAt: Instant

    public init(name: ConsumerName, acknowledged: Int, seenAt: Instant) {
        self.name = name
        self.acknowledged = acknowledged
        self.seenAt = seenAt
    }

    /// Events that it has yet to acknowledge.
    public func lag(behind head: Int) -> Int { max(0, head - acknowledged) }
}
