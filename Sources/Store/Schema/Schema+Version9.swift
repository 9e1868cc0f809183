/// Version 9: what a new layout changes is booked in slices; what nothing reads is gone, and what has ended says so by
/// one name everywhere; orders, their lines and labels, events and answers take less room and fewer writes.
extension Schema {
    static let version9 = SchemaVersion(
        .sql(
            [renewals9, clients9, orders9, lines9, followers9, labels9, events9, rowNumbers9, commands9]
                .joined(separator: "\n")), .code(carryCommands), .sql(commandIndexes9))

    /// Warehouses whose promises are being compared with what may be picked on a new layout, and the SKU reached.
    private static let renewals9 = """
        CREATE TABLE promise_renewal (
            warehouse TEXT PRIMARY KEY, reached_client TEXT NOT NULL, reached_sku TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    /// Clients are known from their SKUs and orders: nothing was ever written here.
    private static let clients9 = "DROP TABLE client;"

    /// A label's data may be compressed. A list of one printer is put together from those of its states, so that no
    /// index of printers alone is needed.
    private static let labels9 = """
        CREATE TABLE new_label_job (
            id INTEGER PRIMARY KEY AUTOINCREMENT, parcel INTEGER NOT NULL, printer TEXT NOT NULL, template TEXT NOT NULL,
            data ANY NOT NULL, sscc TEXT, copy INTEGER NOT NULL, reason TEXT, state TEXT NOT NULL, outcome TEXT,
            queued_at INTEGER NOT NULL, spooled_at INTEGER, ended_at INTEGER
        ) STRICT;
        INSERT INTO sqlite_sequence (name, seq) SELECT 'new_label_job', seq FROM sqlite_sequence WHERE name = 'label_job';
        INSERT INTO new_label_job (id, parcel, printer, template, data, sscc, copy, reason, state, outcome, queued_at,
                spooled_at, ended_at)
            SELECT id, parcel, printer, template, data, sscc, copy, reason, state, outcome, queued_at, spooled_at,
                settled_at
            FROM label_job ORDER BY id;
        DROP TABLE label_job;
        ALTER TABLE new_label_job RENAME TO label_job;
        CREATE INDEX label_open_queued ON label_job (printer, id) WHERE state = 'queued';
        CREATE INDEX label_open_spooled ON label_job (printer, id) WHERE state = 'spooled';
        CREATE INDEX label_open_undrawn ON label_job (printer, id) WHERE state = 'failed' AND spooled_at IS NULL;
        CREATE INDEX label_parcel ON label_job (parcel);
        CREATE INDEX label_sscc ON label_job (sscc);
        CREATE INDEX label_state ON label_job (state);
        CREATE INDEX label_printer_state ON label_job (printer, state);
        """
}
