extension StoppedDatabase {
    /// Copies rows of a table again and again.
    ///
    /// - Parameters:
    ///   - condition: which rows.
    ///   - changes: by column, what a copy has in it instead; `?1` is which copy it is, from 1. All other columns are
    ///     copied as they are.
    ///   - key: the order in which the rows are put in.
    func copy(
        _ table: String, where condition: String, by key: String, changing changes: [String: String],
        times: Int
    ) throws(WireFault) {
        guard times > 0 else { return }
        let columns = try texts("SELECT name FROM pragma_table_info('\(table)') ORDER BY cid")
        let values = columns.map { changes[$0] ?? $0 }
        // A table apart, so that rows which were just put in are not read.
        try execute(
            """
            CREATE TEMP TABLE played AS SELECT * FROM main.\(table) WHERE \(condition) ORDER BY \(key);
            """)
        try execute(
            """
            INSERT INTO main.\(table) (\(columns.joined(separator: ", ")))
            SELECT \(values.joined(separator: ", ")) FROM temp.played ORDER BY rowid
            """, times: times)
        try execute("DROP TABLE temp.played")
    }
}
