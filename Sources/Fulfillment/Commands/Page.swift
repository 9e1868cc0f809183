import JSON

/// One page of a list: at most `limit` rows after the key `after`.
struct Page {
    let limit: Int
    let after: String

    init(_ params: Params) throws(Refusal) {
        limit = min(Limits.listRowsMax, try params.optionalCount("limit") ?? Limits.listRowsDefault)
        after = try params.optionalText("after") ?? ""
    }

    /// The number to go on after, for lists whose key is a row number.
    var afterNumber: Int { Int(after) ?? 0 }

    /// The answer, from rows of which one more than `limit` was asked for, to know whether there is more.
    func answer(_ name: String, _ rows: [JSONValue]) -> JSONValue {
        .object([name: .array(Array(rows.prefix(limit))), "more": .bool(rows.count > limit)])
    }
}
