public import Domain

/// `sku.list`
public struct SKUList: Operation {
    public var client = ClientID("")
    public var page = Page()

    public init() {}

    public static let declaration = Declaration.read("sku.list", Role.allCases, "The SKUs of a client by id.")

    public static let fields: [Field<SKUList>] = [.client(\.client)] + .members(of: \.page)

    public struct Result: Record {
        public var skus: [SKUSummary] = []
        public var hasMore = false

        public init() {}

        public static let fields: [Field<Result>] = [
            .rows("skus", \.skus, of: .record(), "The SKUs by id."),
            .more(\.hasMore),
        ]
    }
}

extension SKUList: ListOperation {}

extension SKUList.Result: ListPage {
    public var rows: [SKUSummary] { skus }
    public var next: String? { skus.last?.sku.text }
}
