/// The part of ``version10`` that is about the lines of orders.
extension Schema {
    /// One index has the lines of a SKU, where there was one of those that hold promises and one of all. Within a client
    /// and a warehouse the lines that hold promises come first in it, by urgency, and then the others, whose rank in it is
    /// "": a text stands behind every number. What holds a promise is so found without passing what holds none.
    ///
    /// The trigger names the table, which is not there while it is made anew.
    static let lines10 = """
        DROP TRIGGER order_urgency_changed;
        CREATE TABLE new_line (
            order_row INTEGER NOT NULL, line TEXT NOT NULL, position INTEGER NOT NULL,
            client TEXT NOT NULL, sku TEXT NOT NULL, quantity INTEGER NOT NULL CHECK (quantity > 0),
            unit TEXT NOT NULL DEFAULT 'each', unit_quantity INTEGER, capacity INTEGER, lot TEXT NOT NULL,
            min_life_days INTEGER, promised INTEGER NOT NULL DEFAULT 0 CHECK (promised >= 0),
            unpromised INTEGER NOT NULL DEFAULT 0 CHECK (unpromised >= 0), warehouse TEXT NOT NULL DEFAULT '',
            rank INTEGER NOT NULL DEFAULT 0,
            promised_rank ANY NOT NULL AS (CASE WHEN promised > 0 THEN rank ELSE '' END) VIRTUAL,
            PRIMARY KEY (order_row, line)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO new_line (order_row, line, position, client, sku, quantity, unit, unit_quantity, capacity, lot,
                min_life_days, promised, unpromised, warehouse, rank)
            SELECT order_row, line, position, client, sku, quantity, unit, unit_quantity, capacity, lot,
                min_life_days, promised, unpromised, warehouse, rank
            FROM line ORDER BY order_row, line;
        DROP TABLE line;
        ALTER TABLE new_line RENAME TO line;
        CREATE INDEX line_sku ON line (sku, client, warehouse, promised_rank, order_row, position);
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
