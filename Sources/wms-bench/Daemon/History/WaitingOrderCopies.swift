/// Orders that wait to be released, as often again as are asked for: with their lines, what these are promised, and
/// the events and answers of their allocation.
struct WaitingOrderCopies {
    /// Before the first of them was allocated, and after the last.
    let before: RowNumbers
    let last: RowNumbers
    let copies: Int

    private static let isWaiting = "stage = 'accepted'"
    private static let prefix = "W"

    func write(to file: StoppedDatabase) throws(WireFault) {
        guard copies > 0 else { return }
        let now = try RowNumbers(in: file)
        let orders = RowRange(after: before.orders, last: last.orders, highest: now.orders)
        let waiting = try file.number("SELECT count(*) FROM orders WHERE \(Self.isWaiting)")
        let name = ClosedOrderCopies.name(Self.prefix)
        try file.copy(
            "line", where: orders.contains("order_row"), by: "order_row, position",
            changing: ["order_row": orders.copied("order_row"), "order_id": name], times: copies)
        try file.copy(
            "orders", where: "\(orders.contains("id")) AND \(Self.isWaiting)", by: "id",
            changing: [
                "id": orders.copied("id"), "order_id": name,
                "content": "replace(content, '\"' || order_id || '\"', '\"' || \(name) || '\"')",
            ], times: copies)
        try HistoryCopies(
            events: RowRange(after: before.events, last: last.events, highest: now.events),
            commands: RowRange(after: before.commands, last: last.commands, highest: now.commands),
            tours: RowRange(after: 0, last: 0, highest: 0), prefix: Self.prefix, copies: copies
        ).write(to: file)
        // Of all that is promised every line is one of those that were copied.
        try file.execute("UPDATE promise SET quantity = quantity * \(copies + 1)")
        try file.execute("UPDATE stage_count SET n = n + \(waiting * copies) WHERE stage = 'accepted'")
    }
}
