/// What a task of counting remembers.
public struct CountProgress: Equatable, Sendable {
    /// Who counts is not shown what the books have.
    public var isBlind: Bool
    /// What the books had at the first scan, of all goods in the bin; nil before it.
    public var books: [GoodsCount]?
    /// What the count before found that has to be counted again.
    public var first: [CountDifference]
    /// All else that the task is about has been counted.
    public var isCovered: Bool
    /// Pieces that the books have there and that may be elsewhere, or nowhere: they are on hold until they are counted.
    public var held: [GoodsCount]

    public init(
        isBlind: Bool = false, books: [GoodsCount]? = nil, first: [CountDifference] = [], isCovered: Bool = false,
        held: [GoodsCount] = []
    ) {
        self.isBlind = isBlind
        self.books = books
        self.first = first
        self.isCovered = isCovered
        self.held = held
    }
}
