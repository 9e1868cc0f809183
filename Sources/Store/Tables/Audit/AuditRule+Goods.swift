import Domain

/// Pieces: what came and what is there, what is reserved, what is promised.
extension AuditRule {
    static let ofGoods = [
        AuditRule(
            "received + returned + adjusted = on hand + in totes + in parcels + handed over + written off",
            balance),
        AuditRule("what is reserved in a bin is what its picks hold, and no more than is on hand", reserved),
        AuditRule(
            rule: "what is promised of a SKU is available in the warehouse", check: .coveredPromises, cost: 3),
        AuditRule("what is promised of a SKU is the sum over its lines", promises),
    ]

    private static let onHand = """
        coalesce((SELECT sum(on_hand) FROM stock WHERE stock.warehouse = account.warehouse
            AND stock.client = account.client AND stock.sku = account.sku AND stock.lot = account.lot
            AND stock.expiry = account.expiry), 0)
        """

    /// Pieces of these goods that were picked and have not left the house: one row for each pick.
    private static let picked = """
        FROM pick INDEXED BY pick_goods LEFT JOIN parcel ON parcel.id = pick.parcel
        WHERE pick.sku = ?3 AND pick.client = ?2 AND pick.lot = ?4 AND pick.expiry = ?5 AND pick.warehouse = ?1
            AND pick.state IN (\(sql: PickState.picked, .packed))
        """
    private static let quantityInHouse =
        "CASE WHEN coalesce(parcel.state, '') = \(sql: ParcelState.handedOver) THEN 0 ELSE pick.quantity END"

    private static let balance = AuditSums(
        of: "account", by: .texts("warehouse", "client", "sku", "lot", "expiry"),
        expected: "received + returned + adjusted - handed_over - written_off - \(onHand)",
        members: "SELECT pick.id, \(quantityInHouse) \(picked) AND pick.id > ?6 ORDER BY pick.id LIMIT ?7",
        whole: """
            SELECT CASE WHEN came <> there THEN sku || ' lot "' || lot || '": ' || came || ' came, ' || there
                || ' are accounted for' END
            FROM (SELECT sku, lot, received + returned + adjusted AS came,
                    handed_over + written_off + \(onHand) + coalesce((SELECT sum(\(quantityInHouse)) \(picked)), 0) AS there
                FROM account WHERE warehouse = ?1 AND client = ?2 AND sku = ?3 AND lot = ?4 AND expiry = ?5)
            """)

    private static let wanted = """
        coalesce((SELECT sum(quantity) FROM pick INDEXED BY pick_open_stock
            WHERE pick.stock = stock.id AND \(PickTable.isReserving)), 0)
        """

    private static let reserved = AuditRows(
        of: "stock", by: .number("id"),
        breach: """
            CASE WHEN reserved <> \(wanted) OR reserved > on_hand OR on_hand < 0
                THEN sku || ' in ' || bin || ': ' || reserved || ' reserved, ' || \(wanted) || ' wanted, '
                    || on_hand || ' on hand' END
            """)

    private static let lineByUrgency = AuditKey(
        columns: "promised_rank, order_row, position", first: [.int(.min), .int(0), .int(0)])

    /// The sum that is kept in memory is what orders are accepted by.
    private static let promises = AuditSums(
        ofPromisesBy: lineByUrgency,
        members: """
            SELECT promised_rank, order_row, position, promised \(OrderTable.ofPromised)
                AND (promised_rank, order_row, position) > (?4, ?5, ?6)
            ORDER BY promised_rank, order_row, position LIMIT ?7
            """,
        whole: """
            SELECT CASE WHEN ?4 <> there THEN ?3 || ': ' || ?4 || ' promised, ' || there || ' on lines' END
            FROM (SELECT coalesce((SELECT sum(promised) \(OrderTable.ofPromised)), 0) AS there)
            """)
}
