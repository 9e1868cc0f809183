public import Domain

/// A place among the ended rows, which are ordered by the moment of their end.
public struct EndedKey: Sendable, Equatable {
    public let endedAt: Instant
    /// The row's number, which orders those that ended at the same moment.
    public let row: Int

    public init(endedAt: Instant, row: Int) {
        self.endedAt = endedAt
        self.row = row
    }
}

/// The result of checking some of the ended rows.
public struct EndedSlice: Sendable, Equatable {
    public var removed = 0
    /// The last one that was checked; nil where no further one is as old.
    public var last: EndedKey?

    public init() {}
}
