/// Numbers that are never given out again, history out of the way of what scans read, work without an order.
///
/// Partial indexes whose name has `_open` in it hold what is under way and stay small however long the history.
extension Schema {
    static let version7 = SchemaVersion(
        .sql([runs, commands7, events7, orders7, work7, packingRuns].joined(separator: "\n")), .code(carryPlans),
        .sql([parcels7, floor7].joined(separator: "\n")), .code(carryUnitBarcodes),
        .sql([imports7, archive, counters].joined(separator: "\n")))

    /// Each start of the daemon draws a mark, which stands in the ids of its events: a copy of the folder that is
    /// put back by hand never repeats one.
    private static let runs = """
        CREATE TABLE run (
            id INTEGER PRIMARY KEY AUTOINCREMENT, journal TEXT NOT NULL, mark TEXT NOT NULL, started_at INTEGER NOT NULL
        ) STRICT;
        INSERT INTO run (journal, mark, started_at) SELECT coalesce((SELECT value FROM meta WHERE name = 'journal'), ''), '', 0;
        """

    /// Answers are kept for each caller's own command ids. Those of before are anybody's: -1.
    private static let commands7 = """
        ALTER TABLE command RENAME TO old_command;
        CREATE TABLE command (
            id INTEGER PRIMARY KEY AUTOINCREMENT, uid INTEGER NOT NULL, command_id TEXT NOT NULL,
            fingerprint BLOB NOT NULL, answer ANY NOT NULL, at INTEGER NOT NULL
        ) STRICT;
        INSERT INTO command (uid, command_id, fingerprint, answer, at)
            SELECT -1, command_id, fingerprint, answer, at FROM old_command ORDER BY at, command_id;
        DROP TABLE old_command;
        CREATE UNIQUE INDEX command_key ON command (command_id, uid);
        """

    /// The envelope of an event is made when it is told; only its data is kept.
    private static let events7 = """
        ALTER TABLE event RENAME TO old_event;
        CREATE TABLE event (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT, run INTEGER NOT NULL, type TEXT NOT NULL, subject TEXT NOT NULL,
            warehouse TEXT NOT NULL, data ANY NOT NULL, at INTEGER NOT NULL
        ) STRICT;
        INSERT INTO event (sequence, run, type, subject, warehouse, data, at)
            SELECT sequence, 1, type, subject, substr(json_extract(body, '$.source'), 6), json_extract(body, '$.data'), at
            FROM old_event ORDER BY sequence;
        """

    /// Totes and sessions belong to a warehouse; a session tells what it is at without its dialogue being read.
    private static let floor7 = """
        CREATE TABLE new_session (
            id INTEGER PRIMARY KEY AUTOINCREMENT, badge TEXT NOT NULL, device TEXT NOT NULL, warehouse TEXT NOT NULL,
            station TEXT, cart TEXT, started_at INTEGER NOT NULL, ended_at INTEGER, step INTEGER NOT NULL DEFAULT 0,
            dialogue TEXT NOT NULL DEFAULT '{"at":"idle"}', tour INTEGER, order_row INTEGER, parcel INTEGER
        ) STRICT;
        INSERT INTO new_session (id, badge, device, warehouse, station, cart, started_at, ended_at, step, dialogue, tour,
                order_row, parcel)
            SELECT id, badge, device, warehouse, station, cart, started_at, ended_at, step, dialogue,
                json_extract(dialogue, '$.tour'), json_extract(dialogue, '$.order'), json_extract(dialogue, '$.parcel')
            FROM session ORDER BY id;
        DROP TABLE session;
        ALTER TABLE new_session RENAME TO session;
        CREATE INDEX session_open ON session (badge, device) WHERE ended_at IS NULL;
        CREATE INDEX session_open_order ON session (order_row) WHERE ended_at IS NULL AND order_row IS NOT NULL;
        CREATE INDEX session_open_parcel ON session (parcel) WHERE ended_at IS NULL AND parcel IS NOT NULL;
        CREATE INDEX session_open_id ON session (id) WHERE ended_at IS NULL;
        CREATE INDEX session_warehouse ON session (warehouse, id);

        UPDATE tote SET warehouse = coalesce(
            (SELECT warehouse FROM orders WHERE orders.id = tote.order_row), (SELECT min(warehouse) FROM warehouse), '') WHERE warehouse = '';

        CREATE TABLE new_stock (
            id INTEGER PRIMARY KEY AUTOINCREMENT, warehouse TEXT NOT NULL, client TEXT NOT NULL, sku TEXT NOT NULL,
            lot TEXT NOT NULL, expiry TEXT NOT NULL, status TEXT NOT NULL, plate TEXT NOT NULL, bin TEXT NOT NULL,
            received_at INTEGER NOT NULL,
            on_hand INTEGER NOT NULL CHECK (on_hand >= 0),
            reserved INTEGER NOT NULL DEFAULT 0 CHECK (reserved >= 0 AND reserved <= on_hand),
            UNIQUE (warehouse, client, sku, lot, expiry, status, plate, bin)
        ) STRICT;
        INSERT INTO new_stock SELECT id, warehouse, client, sku, lot, expiry, status, plate, bin, received_at, on_hand, reserved
            FROM stock WHERE on_hand > 0 ORDER BY id;
        DROP TABLE stock;
        ALTER TABLE new_stock RENAME TO stock;
        CREATE INDEX stock_bin ON stock (warehouse, bin);
        CREATE INDEX stock_sku ON stock (warehouse, sku);
        CREATE INDEX stock_client ON stock (warehouse, client);
        CREATE INDEX stock_warehouse ON stock (warehouse);
        CREATE INDEX stock_open_held ON stock (warehouse, status) WHERE status <> 'available';
        """

    private static let imports7 = """
        CREATE TABLE new_import (
            id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, common TEXT NOT NULL, begun_at INTEGER NOT NULL,
            state TEXT NOT NULL, rows INTEGER NOT NULL DEFAULT 0, done INTEGER NOT NULL DEFAULT 0,
            faults TEXT NOT NULL DEFAULT '[]'
        ) STRICT;
        INSERT INTO new_import (id, kind, common, begun_at, state, rows)
            SELECT id, kind, common, begun_at, state, (SELECT count(*) FROM import_row WHERE import_row.import = import.id)
            FROM import ORDER BY id;
        DROP TABLE import;
        ALTER TABLE new_import RENAME TO import;
        CREATE INDEX import_open ON import (id) WHERE state = 'committing';
        """

    /// Orders that are closed, as one document each, out of what scans read.
    private static let archive = """
        CREATE TABLE archived_order (
            id INTEGER PRIMARY KEY, client TEXT NOT NULL, order_id TEXT NOT NULL, warehouse TEXT NOT NULL,
            ended_at INTEGER NOT NULL, document ANY NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX archived_order_number ON archived_order (order_id, client);
        CREATE INDEX archived_order_age ON archived_order (ended_at, id);
        CREATE TABLE archived_parcel (
            sscc TEXT PRIMARY KEY, order_row INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX archived_parcel_order ON archived_parcel (order_row);
        """

    /// Sums that `status` tells without counting.
    private static let counters = """
        CREATE TABLE stage_count (stage TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        INSERT INTO stage_count (stage, n) SELECT stage, count(*) FROM orders GROUP BY stage;
        """
}
