public import Domain

/// The daemon's own: goes on with the commit of an import, so little at a time that nobody waits for it.
public struct ImportSlice: Operation {
    public var limit = 1

    public init() {}

    /// - Parameter limit: of the lightest rows at most so many, of others as many as take the same time.
    public init(limit: Int) { self.limit = limit }

    public static let declaration = Declaration.change(
        "import.slice", [], "Goes on with the commit of an import, a little at a time.")

    public static let fields: [Field<ImportSlice>] = [
        .required(
            "limit", \.limit, .quantity,
            "Of the lightest rows at most so many, of others as many as take the same time.")
    ]

    public struct Result: Record, Equatable {
        public var hasMore = false
        public var ended: ImportRow?

        public init() {}

        public static let fields: [Field<Result>] = [
            .required("more", \.hasMore, .flag, "Whether there may be more to do."),
            .optional("ended", \.ended, .row(), "The import that is committed or refused from now on."),
        ]
    }
}
