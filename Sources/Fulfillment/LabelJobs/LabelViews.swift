import GRDB
import JSON

extension Transaction {
    /// `label.list`: jobs by number, filtered by state, printer or parcel.
    func listLabels(_ params: Params) throws(Refusal) -> JSONValue {
        let page = try Page(params)
        let parcel = try params.has("parcel") ? parcel(params).row : nil
        let found = try rows(
            """
            SELECT * FROM label_job WHERE id > ?1 AND (?2 IS NULL OR state = ?2) AND (?3 IS NULL OR printer = ?3)
                AND (?4 IS NULL OR parcel = ?4) ORDER BY id LIMIT ?5
            """,
            [
                page.afterNumber, try params.optionalText("state"), try params.optionalText("printer"),
                parcel,
                page.limit + 1,
            ])
        return page.answer("labels", found.map(describe))
    }

    private func describe(_ row: Row) -> JSONValue {
        var object: JSONObject = [
            "job": .int(row["id"]), "parcel": .int(row["parcel"]), "printer": .string(row["printer"]),
            "template": .string(row["template"]), "copy": .int(row["copy"]), "state": .string(row["state"]),
            "sscc": .string(LabelJob(row).key),
        ]
        if let reason = row["reason"] as String? { object["reason"] = .string(reason) }
        if let outcome = row["outcome"] as String? { object["outcome"] = .string(outcome) }
        return .object(object)
    }

    /// Every printer that labels wait for, with the oldest of them.
    ///
    /// - Complexity: linear in the labels that wait, not in those that were ever printed.
    func printersAtWork() throws(Refusal) -> [JSONValue] {
        try rows(
            """
            SELECT printer, sum(state = 'queued') AS queued, sum(state = 'spooled') AS spooled, min(id) AS oldest,
                min(queued_at) AS since
            FROM (SELECT printer, state, id, queued_at FROM label_job WHERE state = 'queued'
                  UNION ALL SELECT printer, state, id, queued_at FROM label_job WHERE state = 'spooled')
            GROUP BY printer ORDER BY printer
            """
        ).map { row in
            [
                "printer": .string(row["printer"]), "queued": .int(row["queued"]),
                "spooled": .int(row["spooled"]),
                "oldest_job": .int(row["oldest"]),
                "waits_since": .string(Instant(millisecondsSince1970: row["since"]).description),
            ]
        }
    }
}
