import Domain

/// What becomes of a count: which differences are booked, and which have to be counted again or confirmed first.
struct CountVerdict: Equatable {
    /// Those within the site's limits, and larger ones that the count before found as well.
    private(set) var booked: [CountDifference] = []
    private(set) var again: [CountDifference] = []
    /// Those that the count before found as well, and that are so large that a lead has to confirm them.
    private(set) var forLead: [CountDifference] = []
    /// All of these, in the order in which they were counted.
    private(set) var differences: [CountDifference] = []

    /// Whether it is still open how many pieces of these goods there are.
    func doubts(_ goods: BinGoods) -> Bool { (again + forLead).contains { $0.goods == goods } }

    /// - Parameters:
    ///   - counted: each goods once.
    ///   - books: as they were at the count's first scan.
    ///   - first: what the count before found that has to be counted again. Two counts agree where they find the same
    ///     change: what has moved between them is no difference.
    ///   - isByLead: who brings the count may confirm whatever the count before found.
    init(
        of counted: [GoodsCount], books: [GoodsCount], first: [CountDifference], limits: CountingSettings,
        isByLead: Bool = false
    ) {
        for count in counted {
            let difference = CountDifference(
                goods: count.goods, expected: books.quantity(of: count.goods), counted: count.quantity)
            if difference.change == 0 { continue }
            differences.append(difference)
            let isConfirmed = first.contains {
                $0.goods == difference.goods && $0.change == difference.change
            }
            if !limits.isLarge(difference) {
                booked.append(difference)
            } else if !isConfirmed {
                again.append(difference)
            } else if limits.isForLead(difference) && !isByLead {
                forLead.append(difference)
            } else {
                booked.append(difference)
            }
        }
    }
}
