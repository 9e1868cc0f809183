/// The daemon's own: after a new layout, goes on with comparing what is promised with what may be picked, so little at a
/// time that no scan waits long for it.
public struct PromiseSlice: Operation {
    public var limit = 1

    public init() {}

    /// - Parameter limit: compares so many SKUs at most, or as many lines as take the same time.
    public init(limit: Int) { self.limit = limit }

    public static let declaration = Declaration.change(
        "promise.slice", [], "Goes on with what a new layout changes of promises, a little at a time.")

    public static let fields: [Field<PromiseSlice>] = [
        .required(
            "limit", \.limit, .quantity, "At most so many SKUs, or as many lines as take the same time.")
    ]

    public struct Result: Record, Equatable {
        public var hasMore = false

        public init() {}

        public static let fields: [Field<Result>] = [
            .required("more", \.hasMore, .flag, "Whether there is more to do.")
        ]
    }
}
