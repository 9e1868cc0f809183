import JSON

extension Transaction {
    /// `status`: how the floor is doing, in counts.
    func status(_ params: Params) throws(Refusal) -> JSONValue {
        let head = try value(Int.self, "SELECT max(sequence) FROM event") ?? 0
        return [
            "journal": .string(journal), "head": .int(head),
            "orders": try counts(
                "SELECT stage AS name, count(*) AS n FROM orders GROUP BY stage ORDER BY stage"),
            "tours": try counts(
                "SELECT state AS name, count(*) AS n FROM tour WHERE state <> 'finished' GROUP BY state ORDER BY state"
            ),
            "printers": .array(try printersAtWork()),
            "totes": try counts(
                "SELECT state AS name, count(*) AS n FROM tote GROUP BY state ORDER BY state"),
            "sessions": .int(try value(Int.self, "SELECT count(*) FROM session WHERE ended_at IS NULL") ?? 0),
        ]
    }

    private func counts(_ sql: String) throws(Refusal) -> JSONValue {
        .object(JSONObject(try rows(sql).map { ($0["name"] as String, JSONValue.int($0["n"])) }))
    }
}
