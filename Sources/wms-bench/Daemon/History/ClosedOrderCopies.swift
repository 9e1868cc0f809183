/// Closed orders in the archive, as often again as are asked for, with all that such orders leave behind: their
/// parcels' numbers, events, answers, tours, sessions and the sums of what was handed over.
///
/// A copy differs from what the daemon wrote in its numbers and its order's name. The documents and the data of events
/// are kept as they were, so that they still name the order that was played.
struct ClosedOrderCopies {
    /// Before the first order was allocated, and after the last had left.
    let before: RowNumbers
    let after: RowNumbers
    let copies: Int

    /// Before the numbers of played orders: ``OrderBook/next(_:)``.
    static let playedPrefix = "ORD"
    private static let prefix = "H"

    /// Nothing but the archive may have anything of orders that left.
    func write(to file: StoppedDatabase) throws(WireFault) {
        guard copies > 0 else { return }
        let ranges = PlayedRanges(from: before, to: after, in: try RowNumbers(in: file))
        try ranges.copyWalks(in: file, times: copies)
        try copyArchive(ranges.orders, in: file)
        try HistoryCopies(ranges, prefix: Self.prefix, copies: copies).write(to: file)
        // What left came before.
        try file.execute(
            """
            UPDATE account SET received = received + handed_over * \(copies),
                handed_over = handed_over + handed_over * \(copies)
            """)
    }

    private func copyArchive(_ orders: RowRange, in file: StoppedDatabase) throws(WireFault) {
        let numbers = try SSCCInSQL.range(of: "archived_parcel", where: "true", in: file)
        try file.copy(
            "archived_order", where: orders.contains("id"), by: "id",
            changing: ["id": orders.copied("id"), "order_id": Self.name(Self.prefix)], times: copies)
        try file.copy(
            "archived_parcel", where: "true", by: "sscc",
            changing: [
                "sscc": SSCCInSQL.copied("sscc", in: numbers), "order_row": orders.copied("order_row"),
            ], times: copies)
        try SSCCInSQL.use(numbers, times: copies, in: file)
        try file.execute(
            """
            INSERT INTO meta (name, value) VALUES ('last_order', \(orders.highest(afterCopies: copies)))
            ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)
            """)
    }

    /// In SQL, the name of a copied order: as long as that of a played one at least, and no other's.
    static func name(_ prefix: String, of column: String = "order_id") -> String {
        "'\(prefix)' || ?1 || substr(\(column), \(playedPrefix.utf8.count + 1))"
    }
}
