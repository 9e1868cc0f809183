import Domain

/// Parcels and their labels.
extension AuditRule {
    static let ofParcels = [
        AuditRule("a parcel holds only items of its own order", cost: 2, ownItems),
        AuditRule(
            "an open parcel's plan has the pieces of its picks, first those that are in the box", cost: 20,
            plans),
        AuditRule("a parcel counts the pieces that are in its box", cost: 2, counts),
        AuditRule(oneLabel, cost: 2, labelled),
        AuditRule(oneLabel, cost: 3, labels),
        AuditRule(oneLabel, cost: 2, archived),
        AuditRule(
            "every parcel in the house belongs to an order that goes on, or is to be unpacked", cost: 2,
            unfinishedParcels),
    ]

    private static let oneLabel =
        "a closed parcel has one SSCC and a label with it; an SSCC is never used again"

    private static let ownItems = AuditRows(
        of: "parcel", by: .number("id"),
        breach: """
            CASE WHEN EXISTS (SELECT 1 FROM pick INDEXED BY pick_parcel
                WHERE pick.parcel = parcel.id AND pick.order_row <> parcel.order_row)
            THEN 'parcel ' || id || ' holds a pick of another order' END
            """)

    private static let plans = AuditRows(
        of: "parcel INDEXED BY parcel_state", by: .number("id"), where: "state = \(sql: ParcelState.open)",
        breach: """
            (SELECT 'parcel ' || parcel.id || ': ' || sum(planned) || ' of ' || sku || ' in its plan, '
                || sum(picked) || ' in its picks; first in the plan ' || sum(begun) || ', in the box ' || sum(packed)
            FROM (
                SELECT run.sku AS sku, run.count AS planned,
                    max(0, min(run.count, parcel.done - run.first)) AS begun, 0 AS picked, 0 AS packed
                FROM packing_run AS run WHERE run.parcel = parcel.id
                UNION ALL
                SELECT pick.sku, 0, 0, pick.quantity, pick.packed FROM pick INDEXED BY pick_parcel
                WHERE pick.parcel = parcel.id AND pick.state IN (\(sql: PickState.picked, .packed)))
            GROUP BY sku HAVING sum(planned) <> sum(picked) OR sum(begun) <> sum(packed) LIMIT 1)
            """)

    private static let inBox = """
        coalesce((SELECT sum(packed) FROM pick INDEXED BY pick_parcel WHERE pick.parcel = parcel.id), 0)
        """

    private static let counts = AuditRows(
        of: "parcel", by: .number("id"),
        breach: """
            CASE WHEN done <> \(inBox) THEN 'parcel ' || id || ': ' || done || ' counted, ' || \(inBox) || ' in it' END
            """)

    private static let labelled = AuditRows(
        of: "parcel", by: .number("id"),
        breach: """
            CASE WHEN state NOT IN (\(sql: ParcelState.open, .voided, .lost)) AND NOT EXISTS (
                SELECT 1 FROM label_job INDEXED BY label_parcel
                WHERE label_job.parcel = parcel.id AND label_job.sscc = parcel.sscc
                    AND label_job.state <> \(sql: LabelState.voided))
            THEN 'parcel ' || id || ' is ' || state || ' and has no SSCC or no label' END
            """)

    private static let labels = AuditRows(
        of: "label_job", by: .number("id"),
        breach: """
            CASE
            WHEN state = \(sql: LabelState.voided) AND EXISTS (SELECT 1 FROM parcel WHERE parcel.sscc = label_job.sscc)
                THEN 'label ' || id || ' is voided and a parcel has its SSCC'
            WHEN state <> \(sql: LabelState.voided) AND sscc IS NOT (SELECT sscc FROM parcel
                WHERE parcel.id = label_job.parcel)
                THEN 'label ' || id || ' holds and parcel ' || parcel || ' has another SSCC'
            WHEN EXISTS (SELECT 1 FROM label_job AS other INDEXED BY label_sscc
                    WHERE other.sscc = label_job.sscc AND other.copy = label_job.copy AND other.id < label_job.id)
                THEN 'SSCC ' || sscc || ' has two labels that are copy ' || copy
            END
            """)

    private static let archived = AuditRows(
        of: "parcel", by: .number("id"),
        breach: """
            CASE WHEN EXISTS (SELECT 1 FROM archived_parcel WHERE archived_parcel.sscc = parcel.sscc)
            THEN 'parcel ' || id || ' has SSCC ' || sscc || ', which is in the archive' END
            """)

    private static let unfinishedParcels = AuditRows(
        of: "parcel", by: .number("id"),
        breach: """
            CASE
            WHEN NOT EXISTS (SELECT 1 FROM orders WHERE orders.id = parcel.order_row)
                THEN 'parcel ' || id || ' is of no order'
            WHEN state NOT IN (\(sql: ParcelState.handedOver, .voided, .lost)) THEN (
                SELECT 'parcel ' || parcel.id || ' is ' || parcel.state || ', its order is '
                    || CASE WHEN orders.stage = \(sql: OrderStage.cancelled) THEN \(sql: OrderStage.cancelled)
                        ELSE 'to be cancelled' END
                    || ', and nobody is to unpack it'
                FROM orders WHERE orders.id = parcel.order_row
                    AND (orders.stage = \(sql: OrderStage.cancelled) OR orders.is_cancel_requested = 1)
                    AND NOT EXISTS (SELECT 1 FROM task INDEXED BY task_order
                        WHERE task.order_row = parcel.order_row AND task.kind = \(sql: WorkKind.unpack)
                            AND task.parcel = parcel.id
                            AND task.\(TaskTable.isUnfinished)))
            END
            """)
}
