public import Domain

/// A place among what is over, which stands by the moment of its end.
public struct EndedKey: Sendable, Equatable {
    public let endedAt: Instant
    /// The row's number, which tells those apart that ended at the same moment.
    public let row: Int

    public init(endedAt: Instant, row: Int) {
        self.endedAt = endedAt
        self.row = row
    }
}

/// What came of a look at some of what is over.
public struct EndedSlice: Sendable, Equatable {
    public var removed = 0
    /// The last one that was looked at; nil where no further one is as old.
    public var last: EndedKey?

    public init() {}
}
