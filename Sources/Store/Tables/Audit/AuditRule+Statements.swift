/// The rules that no state may break, as far as the tables alone can tell, each with the statement that finds where it
/// is broken.
extension AuditRule {
    public static let all = [
        stockBalance, reservedInBins, promisedPerSKU, promiseSums, lineSums, ownItemsOnly, plannedPieces,
        packedOrders, eventsWithoutGap, oneLabel, oneOrderPerTote, claimsHaveOneHolder,
        countsOfTours, countsOfParcels, countsOfStages,
    ]

    static let stockBalance = AuditRule(
        rule: "received + returned + adjusted = on hand + in totes + in parcels + handed over + written off",
        breaches: """
            SELECT a.sku || ' lot "' || a.lot || '": ' || (received + returned + adjusted) || ' came, '
                || (coalesce(s.n, 0) + coalesce(p.n, 0) + handed_over + written_off) || ' are accounted for'
            FROM account a
            LEFT JOIN (SELECT warehouse, client, sku, lot, expiry, sum(on_hand) AS n FROM stock
                       GROUP BY warehouse, client, sku, lot, expiry) s USING (warehouse, client, sku, lot, expiry)
            LEFT JOIN (SELECT pick.warehouse, pick.client, pick.sku, pick.lot, pick.expiry, sum(quantity) AS n
                       FROM pick LEFT JOIN parcel ON parcel.id = pick.parcel
                       WHERE pick.state IN ('picked', 'packed') AND coalesce(parcel.state, '') <> 'handed_over'
                       GROUP BY 1, 2, 3, 4, 5) p USING (warehouse, client, sku, lot, expiry)
            WHERE received + returned + adjusted
                <> coalesce(s.n, 0) + coalesce(p.n, 0) + handed_over + written_off
            """)

    static let reservedInBins = AuditRule(
        rule: "what is reserved in a bin is what its picks hold, and no more than is on hand",
        breaches: """
            SELECT stock.sku || ' in ' || stock.bin || ': ' || reserved || ' reserved, '
                || coalesce(sum(pick.quantity), 0) || ' wanted, ' || on_hand || ' on hand'
            FROM stock LEFT JOIN pick ON pick.stock = stock.id AND pick.state IN ('open', 'claimed')
            GROUP BY stock.id HAVING reserved <> coalesce(sum(pick.quantity), 0) OR reserved > on_hand OR on_hand < 0
            """)

    static let promisedPerSKU = AuditRule(
        rule: "what is promised of a SKU is available in the warehouse",
        breaches: """
            SELECT promise.sku || ': ' || promise.quantity || ' promised, '
                || coalesce(sum(on_hand - reserved), 0) || ' available'
            FROM promise LEFT JOIN stock ON stock.warehouse = promise.warehouse AND stock.client = promise.client
                AND stock.sku = promise.sku AND stock.status = 'available'
            GROUP BY promise.warehouse, promise.client, promise.sku
            HAVING promise.quantity > coalesce(sum(on_hand - reserved), 0)
            """)

    static let promiseSums = AuditRule(
        rule: "what is promised of a SKU is the sum over its lines",
        breaches: """
            SELECT promise.sku || ': ' || promise.quantity || ' promised, ' || coalesce(l.n, 0) || ' on lines'
            FROM promise LEFT JOIN (
                SELECT orders.warehouse, line.client, line.sku, sum(promised) AS n
                FROM line JOIN orders ON orders.id = line.order_row GROUP BY 1, 2, 3
            ) l ON l.warehouse = promise.warehouse AND l.client = promise.client AND l.sku = promise.sku
            WHERE promise.quantity <> coalesce(l.n, 0)
            """)

    static let lineSums = AuditRule(
        rule: "a released line's quantity is the sum of its picks' quantities",
        breaches: """
            SELECT orders.order_id || ' line ' || line.line || ': ' || line.quantity || ' wanted, '
                || coalesce(sum(pick.quantity), 0) || ' in picks'
            FROM line JOIN orders ON orders.id = line.order_row
            LEFT JOIN pick ON pick.order_row = line.order_row AND pick.line = line.line AND pick.state <> 'lost'
            WHERE orders.released_at IS NOT NULL AND orders.is_cancelled = 0
            GROUP BY line.order_row, line.line HAVING line.quantity <> coalesce(sum(pick.quantity), 0)
            """)

    static let ownItemsOnly = AuditRule(
        rule: "a parcel holds only items of its own order",
        breaches: """
            SELECT 'parcel ' || parcel.id || ' holds a pick of another order'
            FROM parcel JOIN pick ON pick.parcel = parcel.id WHERE pick.order_row <> parcel.order_row
            """)

    static let plannedPieces = AuditRule(
        rule: "an open parcel's plan has the pieces of its picks, first those that are in the box",
        breaches: """
            WITH open_parcel AS (SELECT id, done FROM parcel WHERE state = 'open')
            SELECT 'parcel ' || parcel || ': ' || sum(planned) || ' of ' || sku || ' in its plan, '
                || sum(picked) || ' in its picks; first in the plan '
                || sum(begun) || ', in the box ' || sum(packed)
            FROM (
                SELECT open_parcel.id AS parcel, run.sku, run.count AS planned,
                    max(0, min(run.count, open_parcel.done - run.first)) AS begun, 0 AS picked, 0 AS packed
                FROM open_parcel JOIN packing_run run ON run.parcel = open_parcel.id
                UNION ALL
                SELECT pick.parcel, pick.sku, 0, 0, pick.quantity, pick.packed
                FROM pick JOIN open_parcel ON open_parcel.id = pick.parcel
                WHERE pick.state IN ('picked', 'packed')
            )
            GROUP BY parcel, sku HAVING sum(planned) <> sum(picked) OR sum(begun) <> sum(packed)
            """)

    static let packedOrders = AuditRule(
        rule: "an order that is packed has every picked piece in a parcel",
        breaches: """
            SELECT orders.order_id || ' is ' || stage || ', a pick of ' || pick.sku || ' is ' || pick.state
            FROM orders JOIN pick ON pick.order_row = orders.id
            WHERE stage IN ('packed', 'in_transit', 'closed')
                AND (pick.state IN ('open', 'claimed', 'picked') OR (pick.state = 'packed' AND packed <> quantity))
            """)

    static let eventsWithoutGap = AuditRule(
        rule: "event sequence numbers have no gap and no repeat",
        breaches: """
            SELECT 'between ' || min(sequence) || ' and ' || max(sequence) || ' there are ' || count(*)
            FROM event HAVING count(*) > 0 AND count(*) <> max(sequence) - min(sequence) + 1
            """)

    static let oneLabel = AuditRule(
        rule: "a closed parcel has one SSCC and a label with it; an SSCC is never used again",
        breaches: """
            SELECT 'parcel ' || id || ' is ' || state || ' and has no SSCC or no label' FROM parcel
            WHERE state NOT IN ('open', 'voided') AND NOT EXISTS (
                SELECT 1 FROM label_job WHERE parcel = parcel.id AND sscc = parcel.sscc AND state <> 'voided')
            UNION ALL
            SELECT 'label ' || label_job.id || ' is voided and parcel ' || parcel.id || ' has its SSCC'
            FROM label_job JOIN parcel ON parcel.sscc = label_job.sscc WHERE label_job.state = 'voided'
            UNION ALL
            SELECT 'SSCC ' || sscc || ' has ' || count(*) || ' labels that are copy ' || copy
            FROM label_job GROUP BY sscc, copy HAVING count(*) > 1
            UNION ALL
            SELECT 'label ' || label_job.id || ' holds and parcel ' || parcel.id || ' has another SSCC'
            FROM label_job JOIN parcel ON parcel.id = label_job.parcel
            WHERE label_job.state <> 'voided' AND label_job.sscc IS NOT parcel.sscc
            """)

    static let oneOrderPerTote = AuditRule(
        rule: "a tote holds one order",
        breaches: """
            SELECT 'tote ' || tote.tote || ' holds picks of another order than its own'
            FROM tote JOIN pick ON pick.tote = tote.tote AND pick.state = 'picked'
            WHERE tote.order_row IS NOT NULL AND pick.order_row <> tote.order_row AND pick.tour = tote.tour
            """)

    static let claimsHaveOneHolder = AuditRule(
        rule: "a claimed pick is held by the session that walks its tour, and by nobody else",
        breaches: """
            SELECT 'pick ' || pick.id || ' is claimed and tour ' || pick.tour || ' is not walked by its session'
            FROM pick JOIN tour ON tour.id = pick.tour
            WHERE pick.state = 'claimed' AND (pick.session IS NULL OR pick.session IS NOT tour.session)
            """)

    static let countsOfTours = AuditRule(
        rule: "a tour's counts are those of its picks and tasks",
        breaches: """
            SELECT 'tour ' || id || ': ' || done || ' of ' || total || ' counted, ' || are_done || ' of ' || are_there
                || ' there'
            FROM (
                SELECT tour.id, tour.done, tour.total,
                    (SELECT count(*) FROM pick WHERE pick.tour = tour.id)
                        + (SELECT count(*) FROM task WHERE task.tour = tour.id) AS are_there,
                    (SELECT count(*) FROM pick WHERE pick.tour = tour.id AND pick.state NOT IN ('open', 'claimed'))
                        + (SELECT count(*) FROM task WHERE task.tour = tour.id AND task.state IN ('done', 'cancelled'))
                        AS are_done
                FROM tour WHERE tour.state IN ('planned', 'started', 'paused'))
            WHERE done <> are_done OR total <> are_there
            """)

    static let countsOfParcels = AuditRule(
        rule: "a parcel counts the pieces that are in its box",
        breaches: """
            SELECT 'parcel ' || parcel.id || ': ' || done || ' counted, ' || coalesce(sum(pick.packed), 0) || ' in it'
            FROM parcel LEFT JOIN pick ON pick.parcel = parcel.id GROUP BY parcel.id
            HAVING done <> coalesce(sum(pick.packed), 0)
            """)

    static let countsOfStages = AuditRule(
        rule: "the counts of orders by stage are those of the orders",
        breaches: """
            SELECT stage || ': ' || sum(counted) || ' counted, ' || sum(there) || ' there' FROM (
                SELECT stage, n AS counted, 0 AS there FROM stage_count
                UNION ALL SELECT stage, 0, 1 FROM orders)
            GROUP BY stage HAVING sum(counted) <> sum(there)
            """)
}
