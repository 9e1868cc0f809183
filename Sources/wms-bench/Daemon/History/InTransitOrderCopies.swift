/// Orders that were handed over and are not in the archive yet, as often again as are asked for: a month of them stays
/// among the orders under way, with all their rows. What was asked for, and what their labels show, is compressed, and
/// names the order that was played.
struct InTransitOrderCopies {
    /// Before the first of them was allocated, and after the last had left.
    let before: RowNumbers
    let after: RowNumbers
    let copies: Int

    private static let prefix = "T"

    func write(to file: StoppedDatabase) throws(WireFault) {
        guard copies > 0 else { return }
        let ranges = PlayedRanges(from: before, to: after, in: try RowNumbers(in: file))
        try bookHandover(ranges.picks, in: file)
        try copyOrders(ranges, in: file)
        try copyParcels(ranges, in: file)
        try HistoryCopies(ranges, prefix: Self.prefix, copies: copies).write(to: file)
    }

    /// What left came before.
    private func bookHandover(_ picks: RowRange, in file: StoppedDatabase) throws(WireFault) {
        try file.execute(
            """
            CREATE TEMP TABLE left_house AS
                SELECT warehouse, client, sku, lot, expiry, sum(quantity) * \(copies) AS pieces
                FROM main.pick WHERE \(picks.contains("id")) GROUP BY warehouse, client, sku, lot, expiry;
            UPDATE account SET received = received + pieces, handed_over = handed_over + pieces
                FROM left_house AS gone
                WHERE account.warehouse = gone.warehouse AND account.client = gone.client
                    AND account.sku = gone.sku AND account.lot = gone.lot AND account.expiry = gone.expiry;
            DROP TABLE left_house;
            """)
    }

    private func copyOrders(_ ranges: PlayedRanges, in file: StoppedDatabase) throws(WireFault) {
        let (orders, events) = (ranges.orders, ranges.events)
        let name = ClosedOrderCopies.name(Self.prefix)
        try file.copy(
            "line", where: orders.contains("order_row"), by: "order_row, position",
            changing: ["order_row": orders.copied("order_row")], times: copies)
        try file.copy(
            "orders", where: orders.contains("id"), by: "id",
            changing: [
                "id": orders.copied("id"), "order_id": name,
                "picked_event": events.copiedIfPlayed("picked_event"),
                "packed_event": events.copiedIfPlayed("packed_event"),
            ], times: copies)
        try file.copy(
            "pick", where: ranges.picks.contains("id"), by: "id",
            changing: [
                "id": ranges.picks.copied("id"), "order_row": orders.copied("order_row"),
                "tour": ranges.tours.copiedIfPlayed("tour"),
                "parcel": ranges.parcels.copiedIfPlayed("parcel"),
            ], times: copies)
        try ranges.copyWalks(in: file, times: copies)
    }

    private func copyParcels(_ ranges: PlayedRanges, in file: StoppedDatabase) throws(WireFault) {
        let (parcels, orders, events) = (ranges.parcels, ranges.orders, ranges.events)
        let numbers = try SSCCInSQL.range(of: "parcel", where: parcels.contains("id"), in: file)
        let sscc = SSCCInSQL.copied("sscc", in: numbers)
        try file.copy(
            "packing_run", where: parcels.contains("parcel"), by: "parcel, first",
            changing: ["parcel": parcels.copied("parcel")], times: copies)
        try file.copy(
            "label_job", where: parcels.contains("parcel"), by: "id",
            changing: [
                "id": ranges.labels.copied("id"), "parcel": parcels.copied("parcel"), "sscc": sscc,
            ], times: copies)
        try file.copy(
            "parcel", where: parcels.contains("id"), by: "id",
            changing: [
                "id": parcels.copied("id"), "order_row": orders.copied("order_row"), "sscc": sscc,
                "labelled_event": events.copiedIfPlayed("labelled_event"),
                "closed_event": events.copiedIfPlayed("closed_event"),
            ], times: copies)
        try SSCCInSQL.use(numbers, times: copies, in: file)
    }
}
