/// The daemon's own: goes on with the release of all orders that was begun first, so little at a time that no scan
/// waits long for it.
public struct ReleaseSlice: Operation {
    public var limit = 0

    public init() {}

    /// - Parameter limit: checks so many orders at most.
    public init(limit: Int) { self.limit = limit }

    public static let declaration = Declaration.change(
        "release.slice", [], "Goes on with a release of all orders, a little at a time.")

    public static let fields: [Field<ReleaseSlice>] = [
        .required("limit", \.limit, .quantity, "At most so many orders.")
    ]

    public struct Result: Record, Equatable {
        public var released = 0
        public var waiting = 0
        public var hasMore = false

        public init() {}

        public static let fields: [Field<Result>] = [
            .required("released", \.released, .count, "Orders that the release has released so far."),
            .required("waiting", \.waiting, .count, "Orders that it has checked and that wait on."),
            .required("more", \.hasMore, .flag, "Whether this or another release goes on."),
        ]
    }
}
