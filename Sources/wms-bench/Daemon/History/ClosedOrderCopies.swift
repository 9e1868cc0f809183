/// Closed orders in the archive, as often again as are asked for, with all that such orders leave behind: their
/// parcels' numbers, events, answers, tours, sessions and the sums of what was handed over.
///
/// A copy differs from what the daemon wrote in its numbers and its order's name. The documents and the data of events
/// are kept as they were, so that they still name the order that was played.
struct ClosedOrderCopies {
    /// Before the first order was played, and after the last had been delivered.
    let before: RowNumbers
    let after: RowNumbers
    let copies: Int

    /// Before the numbers of played orders: ``OrderBook/next(_:)``.
    static let playedPrefix = "ORD"

    func write(to file: StoppedDatabase) throws(WireFault) {
        let now = try RowNumbers(in: file)
        let sessions = RowRange(after: before.sessions, last: after.sessions, highest: now.sessions)
        let tours = RowRange(after: before.tours, last: after.tours, highest: now.tours)
        try file.copy(
            "session", where: "\(sessions.contains("id")) AND ended_at IS NOT NULL", by: "id",
            changing: ["id": sessions.copied("id")], times: copies)
        try file.copy(
            "tour", where: "\(tours.contains("id")) AND state = 'finished'", by: "id",
            changing: ["id": tours.copied("id"), "session": sessions.copiedIfPlayed("session")],
            times: copies)
        try copyArchive(of: file, now)
        try HistoryCopies(
            events: RowRange(after: before.events, last: after.events, highest: now.events),
            commands: RowRange(after: before.commands, last: after.commands, highest: now.commands),
            tours: tours, prefix: "H", copies: copies
        ).write(to: file)
        // What left came before.
        try file.execute(
            """
            UPDATE account SET received = received + handed_over * \(copies),
                handed_over = handed_over + handed_over * \(copies)
            """)
    }

    private func copyArchive(of file: StoppedDatabase, _ now: RowNumbers) throws(WireFault) {
        let orders = RowRange(
            after: try file.number("SELECT min(id) - 1 FROM archived_order"),
            last: try file.number("SELECT max(id) FROM archived_order"), highest: now.orders)
        try file.copy(
            "archived_order", where: orders.contains("id"), by: "id",
            changing: ["id": orders.copied("id"), "order_id": Self.name("H")], times: copies)
        try file.execute(
            """
            UPDATE sqlite_sequence SET seq = max(seq, \(orders.highest(afterCopies: copies)))
            WHERE name = 'orders'
            """)
        let key = SSCCInSQL.key(of: "sscc")
        let last = try file.number("SELECT max(\(key)) FROM archived_parcel")
        let parcels = RowRange(
            after: try file.number("SELECT min(\(key)) - 1 FROM archived_parcel"), last: last, highest: last)
        try file.copy(
            "archived_parcel", where: "true", by: "sscc",
            changing: [
                "sscc": SSCCInSQL.text(ofKey: parcels.copied(key)), "order_row": orders.copied("order_row"),
            ], times: copies)
        // No number on a parcel is given out again.
        try file.execute("UPDATE meta SET value = value + \(parcels.count * copies) WHERE name = 'sscc'")
    }

    /// In SQL, the name of a copied order: as long as that of a played one at least, and no other's.
    static func name(_ prefix: String, of column: String = "order_id") -> String {
        "'\(prefix)' || ?1 || substr(\(column), \(playedPrefix.utf8.count + 1))"
    }
}
