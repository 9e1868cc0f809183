/// A method that answers a list, a page at a time.
public protocol ListOperation: Operation where Result: ListPage {
    /// Which rows are wanted.
    var page: Page { get set }
}

extension ListOperation {
    /// The same list with at most so many rows on its page.
    public func shortened(to rows: Int) -> Self {
        var list = self
        list.page.limit = rows
        return list
    }
}

/// One page of a list.
public protocol ListPage: Record {
    associatedtype Row: Record
    var rows: [Row] { get }
    /// Whether there are further ones after these.
    var hasMore: Bool { get }
    /// What the next page begins after.
    var next: String? { get }
}
