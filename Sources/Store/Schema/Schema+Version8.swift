/// Version 8: the pool of open picks in the order of its orders' urgency; imports and releases in slices; what is over by
/// the moment of its end; the day of a delivery; counts by another badge and for a lead; whose a parcel is; promises in
/// the order of urgency; what waits of one client; lists by driver and by
/// SKU; what was not found in a bin; filters of lists.
extension Schema {
    static let version8 = SchemaVersion(
        .sql(
            [
                pool8, open8, ended8, imports8, releases8, deliveries8, counts8, parcels8, promises8, waiting8,
                lists8, short8, filters8,
            ].joined(separator: "\n")))

    /// A pick has its order's priority and pickup as one number, less for what is more urgent, so that an index can
    /// tell what goes on the next cart.
    private static let pool8 = """
        ALTER TABLE pick ADD COLUMN rank INTEGER NOT NULL DEFAULT 0;
        UPDATE pick SET rank =
            coalesce((SELECT (100 - priority) * 10000000000000000 + coalesce(pickup_at, 9000000000000000)
                FROM orders WHERE orders.id = pick.order_row), 0);
        DROP INDEX pick_open_pool;
        CREATE INDEX pick_open_pool ON pick (warehouse, rank, order_row) WHERE state = 'open' AND tour IS NULL;
        """

    /// Pages over what is open, totes to be emptied into their bins, and goods that have left their record.
    private static let open8 = """
        CREATE INDEX pick_goods ON pick (sku, client, lot, expiry, warehouse) WHERE state IN ('picked', 'packed');
        CREATE INDEX tour_open_id ON tour (id) WHERE state IN ('planned', 'started', 'paused');
        CREATE INDEX tour_open_session ON tour (session)
            WHERE session IS NOT NULL AND state IN ('planned', 'started', 'paused');
        CREATE INDEX task_open_id ON task (id) WHERE state IN ('open', 'claimed', 'loaded');
        CREATE INDEX tote_open_put_back ON tote (tote) WHERE state = 'put_back';
        """

    /// What is over goes by the moment of its end. Who picked something is its badge: a session is named by what it
    /// holds, and by the tours and tasks that it was at.
    private static let ended8 = """
        UPDATE pick SET session = NULL WHERE session IS NOT NULL AND state <> 'claimed';
        UPDATE session SET tour = NULL, order_row = NULL, parcel = NULL WHERE ended_at IS NOT NULL;
        UPDATE tour SET finished_at = coalesce(started_at, planned_at)
            WHERE finished_at IS NULL AND state IN ('finished', 'cancelled');
        CREATE INDEX tour_ended ON tour (finished_at, id) WHERE finished_at IS NOT NULL;
        CREATE INDEX tour_session ON tour (session) WHERE session IS NOT NULL;
        CREATE INDEX task_ended ON task (ended_at, id) WHERE ended_at IS NOT NULL AND order_row IS NULL;
        CREATE INDEX task_session ON task (session) WHERE session IS NOT NULL;
        CREATE INDEX session_ended ON session (ended_at, id) WHERE ended_at IS NOT NULL;
        """

    /// An import tells how far the work on its rows has come. What its rows say of SKUs is kept by key, to be found by
    /// scans between the moment in which the import counts and that in which all of it is among the SKUs.
    private static let imports8 = """
        CREATE TABLE new_import (
            id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, common TEXT NOT NULL, begun_at INTEGER NOT NULL,
            state TEXT NOT NULL, step TEXT NOT NULL, rows INTEGER NOT NULL DEFAULT 0,
            done INTEGER NOT NULL DEFAULT 0, last_line INTEGER NOT NULL DEFAULT 0,
            reached_line INTEGER NOT NULL DEFAULT 0, reached_client TEXT NOT NULL DEFAULT '',
            reached_sku TEXT NOT NULL DEFAULT '', faults TEXT NOT NULL DEFAULT '[]'
        ) STRICT;
        INSERT INTO new_import (id, kind, common, begun_at, state, step, rows, done, last_line)
            SELECT id, kind, common, begun_at, state, CASE state WHEN 'open' THEN 'replacing' ELSE 'done' END, rows, done,
                (SELECT coalesce(max(line), 0) FROM import_row WHERE import_row.import = import.id)
            FROM import ORDER BY id;
        DROP TABLE import;
        ALTER TABLE new_import RENAME TO import;
        CREATE INDEX import_open ON import (id) WHERE step <> 'done';
        CREATE INDEX import_ended ON import (begun_at, id) WHERE step = 'done';
        CREATE TABLE import_sku (
            import INTEGER NOT NULL, client TEXT NOT NULL, sku TEXT NOT NULL, line INTEGER NOT NULL, name TEXT,
            length_mm INTEGER, width_mm INTEGER, height_mm INTEGER, weight_g INTEGER, storage TEXT, hazard TEXT,
            track TEXT, rotation TEXT, shelf_life_days INTEGER, units TEXT, packing TEXT, barcodes TEXT,
            PRIMARY KEY (import, client, sku)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE import_barcode (
            barcode TEXT NOT NULL, import INTEGER NOT NULL, client TEXT NOT NULL, sku TEXT NOT NULL, unit TEXT NOT NULL,
            PRIMARY KEY (barcode, import, client, sku)
        ) STRICT, WITHOUT ROWID;
        """

    /// Releases of all orders that are under way; one that has come to its end has no row.
    private static let releases8 = """
        CREATE TABLE release_run (
            id INTEGER PRIMARY KEY AUTOINCREMENT, warehouse TEXT, client TEXT, begun_at INTEGER NOT NULL,
            part TEXT NOT NULL, at_warehouse TEXT NOT NULL, priority INTEGER, pickup_at INTEGER, accepted_at INTEGER,
            order_row INTEGER, released INTEGER NOT NULL CHECK (released >= 0), waiting INTEGER NOT NULL CHECK (waiting >= 0),
            to_come INTEGER NOT NULL CHECK (to_come >= 0)
        ) STRICT;
        """

    /// An order tells when it is to arrive: the days that its goods have to last are counted from then.
    private static let deliveries8 = """
        ALTER TABLE orders ADD COLUMN delivery_at INTEGER;
        UPDATE orders SET delivery_at =
            CAST(strftime('%s', json_extract(content, '$.plan.estimated_delivery')) AS INTEGER) * 1000
            WHERE json_extract(content, '$.plan.estimated_delivery') IS NOT NULL;
        """

    /// A task tells who may not do it, and whether it waits for a lead.
    private static let counts8 = """
        ALTER TABLE task ADD COLUMN not_by TEXT;
        ALTER TABLE task ADD COLUMN for_lead INTEGER NOT NULL DEFAULT 0;
        """

    /// A parcel says where it is and whose, so that a list of one warehouse or client passes over no others; and which
    /// event told that it was closed.
    private static let parcels8 = """
        ALTER TABLE parcel ADD COLUMN warehouse TEXT NOT NULL DEFAULT '';
        ALTER TABLE parcel ADD COLUMN client TEXT NOT NULL DEFAULT '';
        ALTER TABLE parcel ADD COLUMN closed_event INTEGER;
        UPDATE parcel SET (warehouse, client) = (SELECT warehouse, client FROM orders WHERE orders.id = order_row)
            WHERE order_row IN (SELECT id FROM orders);
        CREATE INDEX parcel_warehouse ON parcel (warehouse, id);
        CREATE INDEX parcel_client ON parcel (client, id);
        """

    /// A parcel has its order's driver and a line its order's id, so that lists by them are read page by page.
    private static let lists8 = """
        ALTER TABLE parcel ADD COLUMN driver TEXT NOT NULL DEFAULT '';
        UPDATE parcel SET driver = (SELECT driver FROM orders WHERE orders.id = order_row)
            WHERE order_row IN (SELECT id FROM orders);
        CREATE INDEX parcel_driver ON parcel (driver, id);
        CREATE TRIGGER order_driver_changed AFTER UPDATE OF driver ON orders BEGIN
            UPDATE parcel SET driver = new.driver WHERE order_row = new.id;
        END;
        ALTER TABLE line ADD COLUMN order_id TEXT NOT NULL DEFAULT '';
        UPDATE line SET order_id = (SELECT order_id FROM orders WHERE orders.id = order_row)
            WHERE order_row IN (SELECT id FROM orders);
        DROP INDEX line_sku;
        CREATE INDEX line_sku ON line (sku, client, order_id);
        """

    /// What pickers have not found in a bin, for who counts it.
    private static let short8 = """
        CREATE INDEX pick_open_short ON pick (warehouse, bin) WHERE state = 'short';
        """

    /// The orders that wait for something, in the order of their list; the tasks of one client.
    private static let filters8 = """
        CREATE INDEX order_open_is_short ON orders (client, order_id) WHERE is_short = 1;
        CREATE INDEX order_open_is_held ON orders (client, order_id) WHERE is_held = 1;
        CREATE INDEX order_open_is_cancel_requested ON orders (client, order_id) WHERE is_cancel_requested = 1;
        CREATE INDEX task_client ON task (client, id);
        """

    /// The accepted and the short orders of one client, so that those of others are not passed over.
    private static let waiting8 = """
        CREATE INDEX order_open_client
            ON orders (warehouse, client, priority DESC, coalesce(pickup_at, 9000000000000000), accepted_at, id)
            WHERE stage = 'accepted';
        CREATE INDEX order_open_short_client ON orders (warehouse, client, id) WHERE is_short = 1;
        """

    /// Lines have their order's warehouse and urgency, as picks have, so that an index can tell which is the first to
    /// get stock that comes, and which the first to lose what goes. Both follow the order.
    private static let promises8 = """
        ALTER TABLE line ADD COLUMN warehouse TEXT NOT NULL DEFAULT '';
        ALTER TABLE line ADD COLUMN rank INTEGER NOT NULL DEFAULT 0;
        UPDATE line SET (warehouse, rank) = (SELECT warehouse,
                (100 - priority) * 10000000000000000 + coalesce(pickup_at, 9000000000000000)
                FROM orders WHERE orders.id = order_row)
            WHERE order_row IN (SELECT id FROM orders);
        CREATE INDEX line_open_urgency ON line (warehouse, client, sku, rank, order_row, position) WHERE promised > 0;
        DROP INDEX line_open_unpromised;
        CREATE INDEX line_open_unpromised ON line (warehouse, client, sku, rank, order_row, position)
            WHERE unpromised > 0;
        CREATE TRIGGER order_urgency_changed AFTER UPDATE OF priority, pickup_at ON orders BEGIN
            UPDATE line SET rank = (100 - new.priority) * 10000000000000000 + coalesce(new.pickup_at, 9000000000000000)
                WHERE order_row = new.id;
            UPDATE pick SET rank = (100 - new.priority) * 10000000000000000 + coalesce(new.pickup_at, 9000000000000000)
                WHERE order_row = new.id;
        END;
        """
}
