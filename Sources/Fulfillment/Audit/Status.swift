import Domain
import Operations

/// How the floor is doing, in counts; the daemon adds what it knows of itself.
extension Status: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        var result = Result()
        result.journal = site.journal
        result.head = try site.value(Int.self, "SELECT max(sequence) FROM event") ?? 0
        result.orders = try site.counts("SELECT stage AS state, count(*) AS n FROM orders GROUP BY stage")
        result.tours = try site.counts(
            "SELECT state, count(*) AS n FROM tour WHERE state <> 'finished' GROUP BY state")
        result.printers = try site.printersAtWork()
        result.totes = try site.counts("SELECT state, count(*) AS n FROM tote GROUP BY state")
        result.sessions =
            try site.value(Int.self, "SELECT count(*) FROM session WHERE ended_at IS NULL") ?? 0
        return result
    }
}

extension Transaction {
    fileprivate func counts<State>(_ sql: String) throws(Refusal) -> StateCounts<State> {
        var counts: [State: Int] = [:]
        for row in try rows(sql) { counts[try row.word("state")] = row["n"] }
        return StateCounts(counts)
    }
}
