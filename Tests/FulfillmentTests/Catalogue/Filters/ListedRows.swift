import JSON

@testable import Fulfillment

/// A list, its filters, and how its rows are told apart.
struct ListedRows: Sendable {
    let method: String
    /// The member of the answer that has the rows.
    let rows: String
    /// What is asked for in every case, so that the filters have all rows to choose from.
    var base: JSONObject = [:]
    /// The key to go on after: of the last row, or of the whole answer.
    let key: @Sendable (_ last: JSONValue, _ answer: JSONValue) -> JSONValue?
    var filters: [Filter] = []
    /// Params that say of what the rows are, each with values whose rows are others altogether.
    var scopes: [String: [JSONValue]] = [:]

    struct Filter: Sendable {
        let param: String
        let value: JSONValue
        /// A value that there cannot be, and as what it is refused.
        let impossible: (value: JSONValue, kind: String)
        /// A param without which it cannot be given.
        var needs: String?
        /// Whether the rows come in another order than without it.
        var ordersRows = false
        let matches: @Sendable (JSONValue, TestSite) throws -> Bool
    }
}

extension ListedRows {
    /// All rows, read page by page.
    func all(_ params: JSONObject, limit: Int = 500, on site: TestSite) throws -> [JSONValue] {
        var found: [JSONValue] = []
        var page = base.setting(params).setting(["limit": .int(limit)])
        for _ in 0..<1_000 {
            let answer = try site.read(method, page)
            let rows = answer[self.rows]?.array ?? []
            found += rows
            guard answer["more"] == true, let last = rows.last else { break }
            page["after"] = key(last, answer)
        }
        return found
    }

    /// Every choice of filters in which none lacks what it needs.
    var choices: [[Filter]] {
        var all: [[Filter]] = [[]]
        for filter in filters { all += all.map { $0 + [filter] } }
        return all.filter { choice in
            let given = choice.map(\.param)
            return choice.compactMap(\.needs).allSatisfy(given.contains)
        }
    }
}

extension [ListedRows.Filter] {
    var params: JSONObject { JSONObject(map { ($0.param, $0.value) }) }
}
