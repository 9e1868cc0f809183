/// The part of ``version9`` that is about orders and their lines.
///
/// Their numbers go on where they were, since the highest may belong to orders that have left for the archive. SQLite
/// does not count them any more, which was a write for each: the highest is noted when the newest order leaves.
extension Schema {
    /// What was asked for may be compressed, and stands last, so that who reads the other columns does not pass it. One
    /// key serves the search for an id of any client and that for a client's: the id comes first in it. A list of all
    /// orders, of a stage or of a warehouse is put together from those of each stage in each warehouse. The orders to be
    /// released are in one index; who wants those of a client passes over others in it. Orders that any driver may fetch
    /// are in no list by driver.
    static let orders9 = """
        CREATE TABLE new_orders (
            id INTEGER PRIMARY KEY, client TEXT NOT NULL, order_id TEXT NOT NULL, warehouse TEXT NOT NULL,
            revision INTEGER NOT NULL, priority INTEGER NOT NULL, sla TEXT NOT NULL,
            driver TEXT NOT NULL, pickup_at INTEGER, delivery_at INTEGER, not_before INTEGER, on_short TEXT NOT NULL,
            accepted_at INTEGER NOT NULL, released_at INTEGER, stage TEXT NOT NULL, is_short INTEGER NOT NULL DEFAULT 0,
            is_held INTEGER NOT NULL DEFAULT 0, hold_reason TEXT,
            is_cancel_requested INTEGER NOT NULL DEFAULT 0, is_cancelled INTEGER NOT NULL DEFAULT 0,
            picked_event INTEGER, packed_event INTEGER, ended_at INTEGER, content ANY NOT NULL
        ) STRICT;
        INSERT INTO meta (name, value) SELECT 'last_order', seq FROM sqlite_sequence WHERE name = 'orders';
        INSERT INTO new_orders (id, client, order_id, warehouse, revision, content, priority, sla, driver, pickup_at,
                delivery_at, not_before, on_short, accepted_at, released_at, stage, is_short, is_held, hold_reason,
                is_cancel_requested, is_cancelled, picked_event, packed_event, ended_at)
            SELECT id, client, order_id, warehouse, revision, content, priority, sla, driver, pickup_at,
                delivery_at, not_before, on_short, accepted_at, released_at, stage, is_short, is_held, hold_reason,
                is_cancel_requested, is_cancelled, picked_event, packed_event, ended_at
            FROM orders ORDER BY id;
        DROP TABLE orders;
        ALTER TABLE new_orders RENAME TO orders;
        CREATE UNIQUE INDEX order_number ON orders (order_id, client);
        CREATE INDEX order_stage ON orders (stage, warehouse, client, order_id);
        CREATE INDEX order_driver ON orders (driver, client, order_id) WHERE driver <> '';
        CREATE INDEX order_open_accepted
            ON orders (warehouse, priority DESC, coalesce(pickup_at, 9000000000000000), accepted_at, id, client)
            WHERE stage = 'accepted';
        CREATE INDEX order_open_short ON orders (warehouse, id) WHERE is_short = 1;
        CREATE INDEX order_open_short_client ON orders (warehouse, client, id) WHERE is_short = 1;
        CREATE INDEX order_open_is_short ON orders (client, order_id) WHERE is_short = 1;
        CREATE INDEX order_open_is_held ON orders (client, order_id) WHERE is_held = 1;
        CREATE INDEX order_open_is_cancel_requested ON orders (client, order_id) WHERE is_cancel_requested = 1;
        CREATE INDEX order_ended ON orders (stage, ended_at, id) WHERE ended_at IS NOT NULL;
        """

    /// A line is kept under its key alone, which was an index beside numbers that nobody used. Lines that hold promises
    /// are in the index by urgency alone: the audit adds them up in its order.
    static let lines9 = """
        CREATE TABLE new_line (
            order_row INTEGER NOT NULL, line TEXT NOT NULL, position INTEGER NOT NULL,
            client TEXT NOT NULL, sku TEXT NOT NULL, quantity INTEGER NOT NULL CHECK (quantity > 0),
            unit TEXT NOT NULL DEFAULT 'each', unit_quantity INTEGER, capacity INTEGER, lot TEXT NOT NULL,
            min_life_days INTEGER, promised INTEGER NOT NULL DEFAULT 0 CHECK (promised >= 0),
            unpromised INTEGER NOT NULL DEFAULT 0 CHECK (unpromised >= 0), warehouse TEXT NOT NULL DEFAULT '',
            rank INTEGER NOT NULL DEFAULT 0, order_id TEXT NOT NULL DEFAULT '',
            PRIMARY KEY (order_row, line)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO new_line (order_row, line, position, client, sku, quantity, unit, unit_quantity, capacity, lot,
                min_life_days, promised, unpromised, warehouse, rank, order_id)
            SELECT order_row, line, position, client, sku, quantity, unit, unit_quantity, capacity, lot,
                min_life_days, promised, unpromised, warehouse, rank, order_id
            FROM line ORDER BY order_row, line;
        DROP TABLE line;
        ALTER TABLE new_line RENAME TO line;
        CREATE INDEX line_open_urgency ON line (warehouse, client, sku, rank, order_row, position) WHERE promised > 0;
        CREATE INDEX line_open_unpromised ON line (warehouse, client, sku, rank, order_row, position)
            WHERE unpromised > 0;
        CREATE INDEX line_sku ON line (sku, client, order_id);
        """

    /// What parcels, lines and picks have of their order follows it. The triggers went with the table of orders, and come
    /// back when the tables that they write are there.
    static let followers9 = """
        CREATE TRIGGER order_driver_changed AFTER UPDATE OF driver ON orders BEGIN
            UPDATE parcel SET driver = new.driver WHERE order_row = new.id;
        END;
        CREATE TRIGGER order_urgency_changed AFTER UPDATE OF priority, pickup_at ON orders BEGIN
            UPDATE line SET rank = (100 - new.priority) * 10000000000000000 + coalesce(new.pickup_at, 9000000000000000)
                WHERE order_row = new.id;
            UPDATE pick SET rank = (100 - new.priority) * 10000000000000000 + coalesce(new.pickup_at, 9000000000000000)
                WHERE order_row = new.id;
        END;
        """
}
