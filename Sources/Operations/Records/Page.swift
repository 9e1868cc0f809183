import LineProtocol

/// Which rows of a list are wanted: the params that every list has, after its filters.
public struct Page: Record, Equatable {
    /// At most so many rows.
    public var limit: Int?
    /// Rows after this key: that of the last row of the page before.
    public var after: String?

    public init() {}

    public static let fields: [Field<Page>] = [
        .optional(
            "limit", \.limit, .whole(1...WireLimits.listRowsMax), "At most so many rows; 100 where left out."),
        .optional(
            "after", \.after, .text(maxBytes: 256),
            "Rows after this key: that of the last row of the page before."),
    ]
}
