/// What a task of counting remembers from scan to scan, and from one count to the next.
///
/// A bin has 40 PEN and 12 CUP by the books, and all of it is to be counted:
///
/// 1. The first scan notes both as `books`, and both are wanted.
/// 2. Anna counts 12 CUP and 10 PEN. A difference of 30 PEN is too large to be booked on one count: it becomes `first`.
///    Nothing else is left to count, so the task is covered, and PEN alone is wanted of the next who counts.
/// 3. Bert counts 10 PEN too. Two counts agree, so the difference is booked, and the task is done. Had he counted 25,
///    that would be `first` now, for a third.
///
/// Had somebody missed 3 CUP that by the books were brought back here, they would be `held`, and CUP wanted, covered or
/// not: they may be picked again once a count finds them.
public struct CountProgress: Equatable, Sendable {
    /// Who counts is not shown what the books have.
    public var isBlind: Bool
    /// What the books had at the first scan, of all goods in the bin; nil before it.
    public var books: [GoodsCount]?
    /// Differences that the count before found, too large to be booked on its word: they are counted again.
    public var first: [CountDifference]
    /// Whether all that the task is about has been counted once, so that only `first` and `held` are left.
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
