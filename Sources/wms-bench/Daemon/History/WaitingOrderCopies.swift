/// Orders that wait to be released, as often again as are asked for: with their lines, which say what these are
/// promised, and the events and answers of their allocation.
struct WaitingOrderCopies {
    /// Before the first of them was allocated, and after the last.
    let before: RowNumbers
    let after: RowNumbers
    let copies: Int

    private static let prefix = "W"

    /// No other orders may wait.
    func write(to file: StoppedDatabase) throws(WireFault) {
        guard copies > 0 else { return }
        let ranges = PlayedRanges(from: before, to: after, in: try RowNumbers(in: file))
        let orders = ranges.orders
        let name = ClosedOrderCopies.name(Self.prefix)
        try file.copy(
            "line", where: orders.contains("order_row"), by: "order_row, position",
            changing: ["order_row": orders.copied("order_row")], times: copies)
        try file.copy(
            "orders", where: orders.contains("id"), by: "id",
            changing: ["id": orders.copied("id"), "order_id": name], times: copies)
        try HistoryCopies(ranges, prefix: Self.prefix, copies: copies).write(to: file)
    }
}
