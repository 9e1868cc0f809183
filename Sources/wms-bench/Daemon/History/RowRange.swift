/// The rows of one table that were played, by their numbers, and the numbers that their copies get: those of each
/// copy follow those of the copy before, the first on the highest number that was ever given out.
struct RowRange: Equatable {
    /// The last number before the first row.
    let after: Int
    let last: Int
    /// The highest number that is taken.
    let highest: Int

    var count: Int { last - after }

    /// Says in SQL which rows these are.
    func contains(_ column: String) -> String { "\(column) > \(after) AND \(column) <= \(last)" }

    /// In SQL, the number that a row's copy gets; `?1` is which copy it is, from 1.
    func copied(_ column: String) -> String {
        "(\(highest) + (?1 - 1) * \(count) + \(column) - \(after))"
    }

    /// The same for a column that may name other rows, or none.
    func copiedIfPlayed(_ column: String) -> String {
        "CASE WHEN \(contains(column)) THEN \(copied(column)) ELSE \(column) END"
    }

    /// The highest number that is taken when there are so many copies.
    func highest(afterCopies copies: Int) -> Int { highest + copies * count }
}
