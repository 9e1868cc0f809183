import Domain

/// What becomes of a count: which differences are booked, and which have to be counted again first.
struct CountVerdict: Equatable {
    /// Those within the site's limits, and larger ones that the count before found as well.
    private(set) var booked: [CountDifference] = []
    private(set) var again: [CountDifference] = []
    /// All of both, in the order in which they were counted.
    private(set) var differences: [CountDifference] = []

    /// - Parameters:
    ///   - counted: each goods once.
    ///   - books: as they were at the count's first scan.
    ///   - first: what the count before found that has to be counted again. Two counts agree where they find the same
    ///     change: what has moved between them is no difference.
    init(
        of counted: [GoodsCount], books: [GoodsCount], first: [CountDifference], limits: CountingSettings
    ) {
        for count in counted {
            let difference = CountDifference(
                goods: count.goods, expected: books.quantity(of: count.goods), counted: count.quantity)
            if difference.change == 0 { continue }
            differences.append(difference)
            let isConfirmed = first.contains {
                $0.goods == difference.goods && $0.change == difference.change
            }
            if isConfirmed || !limits.isLarge(difference) {
                booked.append(difference)
            } else {
                again.append(difference)
            }
        }
    }
}
