/// The part of ``version7`` that is about orders and the work on them: lines, picks, tours, tasks and parcels.
extension Schema {
    static let orders7 = """
        CREATE TABLE new_orders (
            id INTEGER PRIMARY KEY AUTOINCREMENT, client TEXT NOT NULL, order_id TEXT NOT NULL, warehouse TEXT NOT NULL,
            revision INTEGER NOT NULL, content TEXT NOT NULL, priority INTEGER NOT NULL, sla TEXT NOT NULL,
            driver TEXT NOT NULL, pickup_at INTEGER, not_before INTEGER, on_short TEXT NOT NULL,
            accepted_at INTEGER NOT NULL, released_at INTEGER, stage TEXT NOT NULL, is_short INTEGER NOT NULL DEFAULT 0,
            is_held INTEGER NOT NULL DEFAULT 0, hold_reason TEXT,
            is_cancel_requested INTEGER NOT NULL DEFAULT 0, is_cancelled INTEGER NOT NULL DEFAULT 0,
            picked_event INTEGER, packed_event INTEGER, ended_at INTEGER,
            UNIQUE (client, order_id)
        ) STRICT;
        INSERT INTO new_orders (id, client, order_id, warehouse, revision, content, priority, sla, driver, pickup_at,
                not_before, on_short, accepted_at, released_at, stage, is_short, is_held, hold_reason,
                is_cancel_requested, is_cancelled, picked_event, packed_event, ended_at)
            SELECT id, client, order_id, warehouse, revision, content, priority, sla, driver, pickup_at,
                not_before, on_short, accepted_at, released_at, stage, is_short, is_held, hold_reason,
                is_cancel_requested, is_cancelled,
                (SELECT max(sequence) FROM old_event WHERE subject = order_id AND type = 'order.picked'),
                (SELECT max(sequence) FROM old_event WHERE subject = order_id AND type = 'order.packed'),
                CASE WHEN stage IN ('in_transit', 'closed', 'cancelled') THEN coalesce(
                    (SELECT max(at) FROM old_event WHERE subject = order_id AND type IN ('order.in_transit', 'order.cancelled')),
                    accepted_at) END
            FROM orders ORDER BY id;
        DROP TABLE orders;
        ALTER TABLE new_orders RENAME TO orders;
        CREATE INDEX order_number ON orders (order_id);
        CREATE INDEX order_stage ON orders (stage, client, order_id);
        CREATE INDEX order_driver ON orders (driver, client, order_id);
        CREATE INDEX order_warehouse ON orders (warehouse, client, order_id);
        CREATE INDEX order_open_accepted
            ON orders (warehouse, priority DESC, coalesce(pickup_at, 9000000000000000), accepted_at, id)
            WHERE stage = 'accepted';
        CREATE INDEX order_open_short ON orders (warehouse, id) WHERE is_short = 1;
        CREATE INDEX order_ended ON orders (stage, ended_at, id) WHERE ended_at IS NOT NULL;

        ALTER TABLE line ADD COLUMN unpromised INTEGER NOT NULL DEFAULT 0 CHECK (unpromised >= 0);
        UPDATE line SET unpromised = quantity - promised WHERE promised < quantity AND EXISTS (
            SELECT 1 FROM orders WHERE orders.id = order_row AND stage = 'accepted');
        DROP INDEX line_promised;
        CREATE INDEX line_open_promised ON line (client, sku, order_row) WHERE promised > 0;
        CREATE INDEX line_open_unpromised ON line (client, sku, order_row) WHERE unpromised > 0;
        CREATE INDEX line_sku ON line (sku, client, order_row);
        """

    /// A tour counts its stops' picks and tasks, so that a prompt need not. A pick keeps what its record was,
    /// since the record is gone when it is empty.
    static let work7 = """
        CREATE TABLE new_tour (
            id INTEGER PRIMARY KEY AUTOINCREMENT, warehouse TEXT NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL,
            session INTEGER, start TEXT NOT NULL, finish TEXT NOT NULL, cart TEXT, priority INTEGER NOT NULL,
            length_mm INTEGER NOT NULL, lower_bound_mm INTEGER NOT NULL, by_location_code_mm INTEGER NOT NULL,
            walked_mm INTEGER NOT NULL DEFAULT 0, stands_at TEXT,
            done INTEGER NOT NULL DEFAULT 0 CHECK (done >= 0), total INTEGER NOT NULL DEFAULT 0 CHECK (total >= 0),
            planned_at INTEGER NOT NULL, started_at INTEGER, finished_at INTEGER
        ) STRICT;
        INSERT INTO new_tour (id, warehouse, kind, state, session, start, finish, cart, priority, length_mm,
                lower_bound_mm, by_location_code_mm, walked_mm, stands_at, done, total, planned_at, started_at, finished_at)
            SELECT id, warehouse, kind, state, session, start, finish, cart, priority, length_mm, lower_bound_mm,
                by_location_code_mm, walked_mm, stands_at,
                (SELECT count(*) FROM pick WHERE pick.tour = tour.id AND pick.state NOT IN ('open', 'claimed')),
                (SELECT count(*) FROM pick WHERE pick.tour = tour.id), planned_at, started_at, finished_at
            FROM tour ORDER BY id;
        CREATE TABLE new_pick (
            id INTEGER PRIMARY KEY AUTOINCREMENT, order_row INTEGER NOT NULL, line TEXT NOT NULL,
            warehouse TEXT NOT NULL, client TEXT NOT NULL, sku TEXT NOT NULL, lot TEXT NOT NULL, expiry TEXT NOT NULL,
            plate TEXT NOT NULL DEFAULT '', received_at INTEGER NOT NULL DEFAULT 0, stock INTEGER, bin TEXT NOT NULL,
            quantity INTEGER NOT NULL CHECK (quantity > 0), state TEXT NOT NULL,
            tour INTEGER, position INTEGER, skips INTEGER NOT NULL DEFAULT 0 CHECK (skips >= 0), session INTEGER,
            tote TEXT, parcel INTEGER, packed INTEGER NOT NULL DEFAULT 0 CHECK (packed >= 0 AND packed <= quantity),
            reason TEXT, picked_by TEXT, picked_at INTEGER
        ) STRICT;
        INSERT INTO new_pick (id, order_row, line, warehouse, client, sku, lot, expiry, plate, received_at, stock, bin,
                quantity, state, tour, position, skips, session, tote, parcel, packed, reason, picked_by, picked_at)
            SELECT pick.id, order_row, line, pick.warehouse, pick.client, pick.sku, pick.lot, pick.expiry,
                coalesce(stock.plate, ''), coalesce(stock.received_at, 0),
                CASE WHEN pick.state IN ('open', 'claimed') THEN pick.stock END, pick.bin, quantity, pick.state, tour,
                position, skips, session, tote, parcel, packed, reason, picked_by, picked_at
            FROM pick LEFT JOIN stock ON stock.id = pick.stock ORDER BY pick.id;
        DROP TABLE pick;
        ALTER TABLE new_pick RENAME TO pick;
        DROP TABLE tour;
        ALTER TABLE new_tour RENAME TO tour;
        CREATE INDEX pick_order ON pick (order_row);
        CREATE INDEX pick_tour ON pick (tour, position, id) WHERE tour IS NOT NULL;
        CREATE INDEX pick_open_claimed ON pick (tour, position, id, order_row) WHERE state = 'claimed';
        CREATE INDEX pick_open_pool ON pick (warehouse, order_row) WHERE state = 'open' AND tour IS NULL;
        CREATE INDEX pick_open_stock ON pick (stock) WHERE stock IS NOT NULL;
        CREATE INDEX pick_parcel ON pick (parcel) WHERE parcel IS NOT NULL;
        CREATE INDEX pick_open_tote ON pick (tote) WHERE state = 'picked';
        CREATE INDEX tour_open ON tour (warehouse, state, kind, priority DESC, id) WHERE state IN ('planned', 'started', 'paused');
        CREATE INDEX tour_state ON tour (state, id);
        CREATE INDEX tour_warehouse ON tour (warehouse, id);

        CREATE TABLE task (
            id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, state TEXT NOT NULL, warehouse TEXT NOT NULL,
            client TEXT NOT NULL, sku TEXT NOT NULL, lot TEXT NOT NULL, expiry TEXT NOT NULL,
            quantity INTEGER NOT NULL CHECK (quantity >= 0), source_bin TEXT, source_tote TEXT, target_bin TEXT,
            order_row INTEGER, pick INTEGER, parcel INTEGER, tour INTEGER, position INTEGER, session INTEGER,
            facts TEXT NOT NULL DEFAULT '{}', reason TEXT, priority INTEGER NOT NULL DEFAULT 50,
            opened_at INTEGER NOT NULL, ended_at INTEGER, ended_by TEXT
        ) STRICT;
        CREATE INDEX task_open ON task (warehouse, kind, priority DESC, id) WHERE state IN ('open', 'claimed', 'loaded');
        CREATE INDEX task_open_bin ON task (warehouse, source_bin) WHERE state IN ('open', 'claimed', 'loaded');
        CREATE INDEX task_open_tote ON task (source_tote) WHERE state IN ('open', 'claimed', 'loaded');
        CREATE INDEX task_order ON task (order_row) WHERE order_row IS NOT NULL;
        CREATE INDEX task_tour ON task (tour, position, id) WHERE tour IS NOT NULL;
        CREATE INDEX task_open_tour ON task (tour, position, id) WHERE state IN ('open', 'claimed', 'loaded');
        CREATE INDEX task_state ON task (state, id);
        CREATE INDEX task_kind ON task (kind, id);
        CREATE INDEX task_warehouse ON task (warehouse, id);
        CREATE INDEX task_bin ON task (source_bin, id) WHERE source_bin IS NOT NULL;
        """

    /// A plan by its runs: pieces of one SKU that follow one another, with their places as bytes.
    static let packingRuns = """
        CREATE TABLE packing_run (
            parcel INTEGER NOT NULL, first INTEGER NOT NULL CHECK (first >= 0), sku TEXT NOT NULL,
            count INTEGER NOT NULL CHECK (count > 0), places BLOB NOT NULL,
            PRIMARY KEY (parcel, first)
        ) STRICT, WITHOUT ROWID;
        """

    /// A parcel counts the pieces of its plan and those in the box, so that a prompt need not.
    static let parcels7 = """
        CREATE TABLE new_parcel (
            id INTEGER PRIMARY KEY AUTOINCREMENT, order_row INTEGER NOT NULL, number INTEGER NOT NULL, state TEXT NOT NULL,
            box TEXT NOT NULL, pieces INTEGER NOT NULL CHECK (pieces >= 0), expected_weight_g INTEGER NOT NULL,
            weight_g INTEGER, sscc TEXT UNIQUE, manifest INTEGER, packed_by TEXT, station TEXT, closed_at INTEGER, handed_over_at INTEGER,
            labelled_event INTEGER, done INTEGER NOT NULL DEFAULT 0 CHECK (done >= 0)
        ) STRICT;
        INSERT INTO new_parcel (id, order_row, number, state, box, pieces, expected_weight_g, weight_g, sscc, manifest,
                packed_by, station, closed_at, handed_over_at, labelled_event, done)
            SELECT parcel.id, order_row, number, parcel.state, box,
                (SELECT coalesce(sum(count), 0) FROM packing_run WHERE packing_run.parcel = parcel.id),
                expected_weight_g, weight_g, sscc, manifest,
                packed_by, station, closed_at, handed_over_at,
                (SELECT max(sequence) FROM old_event WHERE type = 'parcel.labelled' AND subject = orders.order_id
                    AND json_extract(body, '$.data.sscc') = parcel.sscc),
                (SELECT coalesce(sum(packed), 0) FROM pick WHERE pick.parcel = parcel.id)
            FROM parcel JOIN orders ON orders.id = order_row ORDER BY parcel.id;
        CREATE TABLE new_label_job (
            id INTEGER PRIMARY KEY AUTOINCREMENT, parcel INTEGER NOT NULL, printer TEXT NOT NULL, template TEXT NOT NULL,
            data TEXT NOT NULL, sscc TEXT, copy INTEGER NOT NULL, reason TEXT, state TEXT NOT NULL, outcome TEXT,
            queued_at INTEGER NOT NULL, spooled_at INTEGER, settled_at INTEGER
        ) STRICT;
        INSERT INTO new_label_job (id, parcel, printer, template, data, sscc, copy, reason, state, outcome, queued_at,
                spooled_at, settled_at)
            SELECT id, parcel, printer, template, data, sscc, copy, reason, state, outcome, queued_at, spooled_at, settled_at
            FROM label_job ORDER BY id;
        CREATE TABLE new_manifest (
            id INTEGER PRIMARY KEY AUTOINCREMENT, warehouse TEXT NOT NULL, driver TEXT NOT NULL, state TEXT NOT NULL,
            opened_at INTEGER NOT NULL, closed_at INTEGER
        ) STRICT;
        INSERT INTO new_manifest SELECT id, warehouse, driver, state, opened_at, closed_at FROM manifest ORDER BY id;
        DROP TABLE label_job;
        ALTER TABLE new_label_job RENAME TO label_job;
        DROP TABLE parcel;
        ALTER TABLE new_parcel RENAME TO parcel;
        DROP TABLE manifest;
        ALTER TABLE new_manifest RENAME TO manifest;
        CREATE INDEX parcel_order ON parcel (order_row);
        CREATE INDEX parcel_state ON parcel (state, id);
        CREATE INDEX manifest_open ON manifest (warehouse, driver) WHERE state = 'open';
        CREATE INDEX label_open_queued ON label_job (printer, id) WHERE state = 'queued';
        CREATE INDEX label_open_spooled ON label_job (printer, id) WHERE state = 'spooled';
        CREATE INDEX label_open_undrawn ON label_job (printer, id) WHERE state = 'failed' AND spooled_at IS NULL;
        CREATE INDEX label_parcel ON label_job (parcel);
        CREATE INDEX label_sscc ON label_job (sscc);
        CREATE INDEX label_state ON label_job (state, id);
        CREATE INDEX label_printer ON label_job (printer);
        CREATE INDEX label_printer_state ON label_job (printer, state);
        DROP TABLE old_event;
        """
}
