import Domain

/// What lines say of promises, SKU by SKU, for ``PromiseTable``.
extension OrderTable {
    /// Each warehouse, client and SKU of which lines hold promises, with the pieces that these are. Only lines of accepted
    /// orders do, which are in an index of their own: those of orders that have been released are not read.
    static let promisedSums = """
        SELECT line.warehouse, line.client, line.sku, sum(line.promised)
        FROM orders INDEXED BY order_open_accepted CROSS JOIN line ON line.order_row = orders.id
        WHERE orders.stage = \(sql: OrderStage.accepted) AND line.promised > 0
        GROUP BY line.warehouse, line.client, line.sku
        """
}
