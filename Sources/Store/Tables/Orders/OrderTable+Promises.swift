/// What lines say of promises, SKU by SKU, for ``PromiseTable``: each reads the index of the lines that hold some.
extension OrderTable {
    /// Each warehouse, client and SKU of which lines hold promises, with the pieces that these are.
    static let promisedSums = """
        SELECT warehouse, client, sku, sum(promised) FROM line INDEXED BY line_open_urgency
        WHERE promised > 0 GROUP BY warehouse, client, sku
        """

    /// As ``nextUnpromisedSKU``, of lines that hold promises.
    static let nextPromisedSKU = """
        SELECT client, sku FROM (
            SELECT client, sku FROM line INDEXED BY line_open_urgency
            WHERE warehouse = ?1 AND client = ?2 AND sku > ?3 AND promised > 0 ORDER BY sku LIMIT 1)
        UNION ALL
        SELECT client, sku FROM (
            SELECT client, sku FROM line INDEXED BY line_open_urgency
            WHERE warehouse = ?1 AND client > ?2 AND promised > 0 ORDER BY client, sku LIMIT 1)
        ORDER BY client, sku LIMIT 1
        """
}
