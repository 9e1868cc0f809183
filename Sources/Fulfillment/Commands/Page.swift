import Domain
import LineProtocol
import Operations

/// The bounds of one page of a list: at most `limit` rows after a key.
extension Page {
    var rows: Int { min(WireLimits.listRowsMax, limit ?? WireLimits.listRowsDefault) }
    /// The key to go on after; "" at the beginning.
    var afterText: String { after ?? "" }

    /// The number to go on after, for lists whose key is a row number; nil at the beginning.
    ///
    /// - Throws: where it is no number, so that a list does not begin again from its start.
    func afterRow<Kind>() throws(Refusal) -> RowID<Kind>? {
        guard let after else { return nil }
        guard let number = Int(after), number >= 0 else {
            throw .badParams(param: "after", problem: "\"\(after)\" is no key of this list, which are numbers")
        }
        return RowID(number)
    }

    /// What is on the page, of rows of which one more than its limit was asked for.
    func cut<Row>(_ found: [Row]) -> (rows: [Row], hasMore: Bool) {
        (Array(found.prefix(rows)), found.count > rows)
    }
}
