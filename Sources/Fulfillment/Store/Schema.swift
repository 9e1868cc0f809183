/// The tables, one text for each version; a file is brought up to date by running those it lacks, in order.
///
/// Empty text stands for "none" in keys (client, lot, expiry, plate), because a key part may not be NULL.
enum Schema {
    static let versions = [version1, version2, version3, version4, version5, version6]

    private static let version1 = [
        site, masterData, stock, orders, tours, parcels, events,
    ].joined(separator: "\n")

    private static let site = """
        CREATE TABLE meta (name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE warehouse (
            warehouse TEXT PRIMARY KEY, name TEXT NOT NULL, revision INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE layout (
            warehouse TEXT NOT NULL, revision INTEGER NOT NULL, yaml TEXT NOT NULL, loaded_at INTEGER NOT NULL,
            PRIMARY KEY (warehouse, revision)
        ) STRICT;
        CREATE TABLE session (
            id INTEGER PRIMARY KEY, badge TEXT NOT NULL, device TEXT NOT NULL, warehouse TEXT NOT NULL,
            station TEXT, cart TEXT, started_at INTEGER NOT NULL, ended_at INTEGER,
            step INTEGER NOT NULL DEFAULT 0, dialogue TEXT NOT NULL DEFAULT '{"at":"idle"}'
        ) STRICT;
        CREATE INDEX session_open ON session (id) WHERE ended_at IS NULL;
        """

    private static let masterData = """
        CREATE TABLE client (client TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE sku (
            client TEXT NOT NULL, sku TEXT NOT NULL, name TEXT NOT NULL,
            length_mm INTEGER NOT NULL, width_mm INTEGER NOT NULL, height_mm INTEGER NOT NULL,
            weight_g INTEGER NOT NULL, storage TEXT NOT NULL, hazard TEXT NOT NULL, track TEXT NOT NULL,
            rotation TEXT NOT NULL, shelf_life_days INTEGER, units TEXT NOT NULL, packing TEXT NOT NULL,
            PRIMARY KEY (client, sku)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE barcode (
            barcode TEXT NOT NULL, client TEXT NOT NULL, sku TEXT NOT NULL, unit TEXT NOT NULL,
            PRIMARY KEY (barcode, client, sku),
            FOREIGN KEY (client, sku) REFERENCES sku (client, sku)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX barcode_sku ON barcode (client, sku);
        CREATE TABLE box (
            box TEXT PRIMARY KEY,
            inner_length_mm INTEGER NOT NULL, inner_width_mm INTEGER NOT NULL, inner_height_mm INTEGER NOT NULL,
            outer_length_mm INTEGER, outer_width_mm INTEGER, outer_height_mm INTEGER,
            tare_g INTEGER NOT NULL, max_weight_g INTEGER, cost TEXT, supply INTEGER, barcode TEXT,
            kind TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE tote (
            tote TEXT COLLATE NOCASE PRIMARY KEY,
            length_mm INTEGER, width_mm INTEGER, height_mm INTEGER, tare_g INTEGER NOT NULL,
            state TEXT NOT NULL, order_row INTEGER, tour INTEGER, station TEXT
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX tote_order ON tote (order_row) WHERE order_row IS NOT NULL;
        CREATE INDEX tote_tour ON tote (tour) WHERE tour IS NOT NULL;
        """

    /// `account` holds the sums of rule 1 that are not seen on the floor any more.
    private static let stock = """
        CREATE TABLE stock (
            id INTEGER PRIMARY KEY, warehouse TEXT NOT NULL, client TEXT NOT NULL, sku TEXT NOT NULL,
            lot TEXT NOT NULL, expiry TEXT NOT NULL, status TEXT NOT NULL, plate TEXT NOT NULL, bin TEXT NOT NULL,
            received_at INTEGER NOT NULL,
            on_hand INTEGER NOT NULL CHECK (on_hand >= 0),
            reserved INTEGER NOT NULL DEFAULT 0 CHECK (reserved >= 0 AND reserved <= on_hand),
            UNIQUE (warehouse, client, sku, lot, expiry, status, plate, bin),
            FOREIGN KEY (client, sku) REFERENCES sku (client, sku)
        ) STRICT;
        CREATE INDEX stock_bin ON stock (warehouse, bin);
        CREATE TABLE account (
            warehouse TEXT NOT NULL, client TEXT NOT NULL, sku TEXT NOT NULL, lot TEXT NOT NULL, expiry TEXT NOT NULL,
            received INTEGER NOT NULL DEFAULT 0, returned INTEGER NOT NULL DEFAULT 0,
            adjusted INTEGER NOT NULL DEFAULT 0, written_off INTEGER NOT NULL DEFAULT 0,
            handed_over INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (warehouse, client, sku, lot, expiry)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE promise (
            warehouse TEXT NOT NULL, client TEXT NOT NULL, sku TEXT NOT NULL,
            quantity INTEGER NOT NULL CHECK (quantity >= 0),
            PRIMARY KEY (warehouse, client, sku)
        ) STRICT, WITHOUT ROWID;
        """

    private static let orders = """
        CREATE TABLE orders (
            id INTEGER PRIMARY KEY, client TEXT NOT NULL, order_id TEXT NOT NULL, warehouse TEXT NOT NULL,
            revision INTEGER NOT NULL, content TEXT NOT NULL, priority INTEGER NOT NULL, sla TEXT NOT NULL,
            driver TEXT NOT NULL, pickup_at INTEGER, not_before INTEGER, on_short TEXT NOT NULL,
            accepted_at INTEGER NOT NULL, released_at INTEGER, stage TEXT NOT NULL, is_short INTEGER NOT NULL DEFAULT 0,
            is_held INTEGER NOT NULL DEFAULT 0, hold_reason TEXT,
            is_cancel_requested INTEGER NOT NULL DEFAULT 0,
            is_cancelled INTEGER NOT NULL DEFAULT 0, is_late INTEGER NOT NULL DEFAULT 0,
            UNIQUE (client, order_id)
        ) STRICT;
        CREATE INDEX order_stage ON orders (stage, priority DESC, accepted_at, id);
        CREATE TABLE line (
            order_row INTEGER NOT NULL REFERENCES orders (id), line TEXT NOT NULL, position INTEGER NOT NULL,
            client TEXT NOT NULL, sku TEXT NOT NULL,
            quantity INTEGER NOT NULL CHECK (quantity > 0), capacity INTEGER, lot TEXT NOT NULL,
            min_life_days INTEGER, promised INTEGER NOT NULL DEFAULT 0 CHECK (promised >= 0),
            PRIMARY KEY (order_row, line),
            FOREIGN KEY (client, sku) REFERENCES sku (client, sku)
        ) STRICT;
        CREATE INDEX line_promised ON line (client, sku) WHERE promised > 0;
        """

    private static let tours = """
        CREATE TABLE tour (
            id INTEGER PRIMARY KEY, warehouse TEXT NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL,
            session INTEGER REFERENCES session (id), start TEXT NOT NULL, finish TEXT NOT NULL,
            priority INTEGER NOT NULL, length_mm INTEGER NOT NULL, lower_bound_mm INTEGER NOT NULL,
            by_location_code_mm INTEGER NOT NULL, planned_at INTEGER NOT NULL, started_at INTEGER,
            finished_at INTEGER
        ) STRICT;
        CREATE INDEX tour_open ON tour (state, priority DESC, id) WHERE state <> 'finished';
        CREATE TABLE pick (
            id INTEGER PRIMARY KEY, order_row INTEGER NOT NULL REFERENCES orders (id), line TEXT NOT NULL,
            warehouse TEXT NOT NULL, client TEXT NOT NULL, sku TEXT NOT NULL, lot TEXT NOT NULL, expiry TEXT NOT NULL,
            stock INTEGER REFERENCES stock (id), bin TEXT NOT NULL,
            quantity INTEGER NOT NULL CHECK (quantity > 0), state TEXT NOT NULL,
            tour INTEGER REFERENCES tour (id), position INTEGER, session INTEGER REFERENCES session (id),
            tote TEXT, parcel INTEGER, packed INTEGER NOT NULL DEFAULT 0 CHECK (packed >= 0 AND packed <= quantity),
            reason TEXT, picked_by TEXT, picked_at INTEGER
        ) STRICT;
        CREATE INDEX pick_order ON pick (order_row);
        CREATE INDEX pick_tour ON pick (tour, position) WHERE tour IS NOT NULL;
        CREATE INDEX pick_stock ON pick (stock) WHERE stock IS NOT NULL;
        CREATE INDEX pick_parcel ON pick (parcel) WHERE parcel IS NOT NULL;
        """

    private static let parcels = """
        CREATE TABLE parcel (
            id INTEGER PRIMARY KEY, order_row INTEGER NOT NULL REFERENCES orders (id), number INTEGER NOT NULL,
            state TEXT NOT NULL, box TEXT NOT NULL, plan TEXT NOT NULL, expected_weight_g INTEGER NOT NULL,
            weight_g INTEGER, sscc TEXT UNIQUE, manifest INTEGER, packed_by TEXT, station TEXT,
            closed_at INTEGER, handed_over_at INTEGER
        ) STRICT;
        CREATE INDEX parcel_order ON parcel (order_row);
        CREATE TABLE manifest (
            id INTEGER PRIMARY KEY, warehouse TEXT NOT NULL, driver TEXT NOT NULL, state TEXT NOT NULL,
            opened_at INTEGER NOT NULL, closed_at INTEGER
        ) STRICT;
        CREATE INDEX manifest_open ON manifest (warehouse, driver) WHERE state = 'open';
        CREATE TABLE label_job (
            id INTEGER PRIMARY KEY, parcel INTEGER NOT NULL REFERENCES parcel (id), printer TEXT NOT NULL,
            template TEXT NOT NULL, data TEXT NOT NULL, copy INTEGER NOT NULL, reason TEXT, state TEXT NOT NULL,
            outcome TEXT, queued_at INTEGER NOT NULL, settled_at INTEGER
        ) STRICT;
        CREATE INDEX label_queued ON label_job (id) WHERE state = 'queued';
        CREATE INDEX label_spooled ON label_job (printer, id) WHERE state = 'spooled';
        CREATE INDEX label_parcel ON label_job (parcel);
        """

    private static let events = """
        CREATE TABLE event (
            sequence INTEGER PRIMARY KEY, type TEXT NOT NULL, subject TEXT NOT NULL, body TEXT NOT NULL,
            at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX event_subject ON event (subject);
        CREATE TABLE consumer (
            consumer TEXT PRIMARY KEY, acknowledged INTEGER NOT NULL, seen_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE command (
            command_id TEXT PRIMARY KEY, fingerprint BLOB NOT NULL, answer TEXT NOT NULL, at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX command_age ON command (at);
        CREATE TABLE import (
            id INTEGER PRIMARY KEY, kind TEXT NOT NULL, common TEXT NOT NULL, begun_at INTEGER NOT NULL, state TEXT NOT NULL
        ) STRICT;
        CREATE TABLE import_row (
            import INTEGER NOT NULL REFERENCES import (id), line INTEGER NOT NULL, row TEXT NOT NULL,
            PRIMARY KEY (import, line)
        ) STRICT, WITHOUT ROWID;
        """

    /// Jobs wait per printer, so that one that is out of order does not stand before the others. `spooled_at` is
    /// when a job's file came out; `sscc` outlives the parcel's, which a void takes away.
    private static let version2 = """
        ALTER TABLE label_job ADD COLUMN spooled_at INTEGER;
        ALTER TABLE label_job ADD COLUMN sscc TEXT;
        UPDATE label_job SET sscc = json_extract(data, '$.sscc');
        UPDATE label_job SET spooled_at = queued_at WHERE state <> 'queued';
        CREATE INDEX label_sscc ON label_job (sscc);
        DROP INDEX label_queued;
        CREATE INDEX label_queued ON label_job (printer, id) WHERE state = 'queued';
        """

    /// What became of a walk under way: bins left for later, where the picker stands and how far it was there.
    /// What was walked before is not known any more.
    private static let version3 = """
        ALTER TABLE pick ADD COLUMN skips INTEGER NOT NULL DEFAULT 0 CHECK (skips >= 0);
        ALTER TABLE tour ADD COLUMN cart TEXT;
        ALTER TABLE tour ADD COLUMN walked_mm INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE tour ADD COLUMN stands_at TEXT;
        UPDATE tour SET stands_at =
            (SELECT json_extract(dialogue, '$.bin') FROM session WHERE session.id = tour.session)
            WHERE state = 'started';
        """

    /// What packing asks of boxes.
    private static let version4 = """
        ALTER TABLE box ADD COLUMN clearance_mm INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE box ADD COLUMN max_items INTEGER;
        ALTER TABLE box ADD COLUMN give_mm INTEGER;
        """

    /// Jobs that could not be drawn are few among all that were ever printed.
    private static let version5 = """
        CREATE INDEX label_undrawn ON label_job (printer, id) WHERE state = 'failed' AND spooled_at IS NULL;
        """

    /// Totes belong to a warehouse, "" for any; lines say what they were ordered in; codes of units are found.
    private static let version6 = """
        ALTER TABLE tote ADD COLUMN warehouse TEXT NOT NULL DEFAULT '';
        ALTER TABLE line ADD COLUMN unit TEXT NOT NULL DEFAULT 'each';
        ALTER TABLE line ADD COLUMN unit_quantity INTEGER;
        CREATE INDEX order_number ON orders (order_id);
        CREATE INDEX order_open_short ON orders (id) WHERE is_short = 1;
        CREATE INDEX sku_number ON sku (sku);
        CREATE INDEX pick_open_tote ON pick (tote) WHERE state = 'picked';
        INSERT OR IGNORE INTO barcode (barcode, client, sku, unit)
            SELECT code.value, sku.client, sku.sku, json_extract(unit.value, '$.unit')
            FROM sku, json_each(sku.units) AS unit, json_each(unit.value, '$.barcodes') AS code;
        INSERT OR IGNORE INTO barcode (barcode, client, sku, unit)
            SELECT substr('000000' || code.value, -14), sku.client, sku.sku, json_extract(unit.value, '$.unit')
            FROM sku, json_each(sku.units) AS unit, json_each(unit.value, '$.barcodes') AS code
            WHERE length(code.value) IN (8, 12, 13) AND code.value NOT GLOB '*[^0-9]*';
        """
}
