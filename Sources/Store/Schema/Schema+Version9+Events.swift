/// The part of ``version9`` that is about events and the answers to changes, which are most of what a day leaves.
extension Schema {
    /// An event names its type and warehouse by one number, and its moment in milliseconds from the start of its run.
    /// The subject is kept where its data does not begin with it; that of events that were there is left as it was.
    static let events9 = """
        CREATE TABLE event_kind (
            number INTEGER PRIMARY KEY, type TEXT NOT NULL, warehouse TEXT NOT NULL, UNIQUE (type, warehouse)
        ) STRICT;
        INSERT INTO event_kind (type, warehouse)
            SELECT DISTINCT type, warehouse FROM event ORDER BY type, warehouse;
        CREATE TABLE new_event (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT, kind INTEGER NOT NULL, run INTEGER NOT NULL,
            after_ms INTEGER NOT NULL, subject TEXT, data ANY NOT NULL
        ) STRICT;
        INSERT INTO sqlite_sequence (name, seq) SELECT 'new_event', seq FROM sqlite_sequence WHERE name = 'event';
        INSERT INTO new_event (sequence, kind, run, after_ms, subject, data)
            SELECT event.sequence, event_kind.number, event.run,
                event.at - coalesce((SELECT run.started_at FROM run WHERE run.id = event.run), 0),
                event.subject, event.data
            FROM event CROSS JOIN event_kind
                ON event_kind.type = event.type AND event_kind.warehouse = event.warehouse
            ORDER BY event.sequence;
        DROP TABLE event;
        ALTER TABLE new_event RENAME TO event;
        """

    /// An answer is found by a number that is made of its id with a key of this file's own, so that the id is not kept twice. Nothing names an answer
    /// by its row, so that a row's number may come again when all are forgotten; until then each is higher than the last.
    static let commands9 = """
        ALTER TABLE command RENAME TO old_command;
        DROP INDEX command_key;
        CREATE TABLE command (
            id INTEGER PRIMARY KEY, hash INTEGER NOT NULL, uid INTEGER NOT NULL, command_id TEXT NOT NULL,
            fingerprint INTEGER NOT NULL, hour INTEGER NOT NULL, answer ANY NOT NULL
        ) STRICT;
        INSERT INTO meta (name, value) VALUES ('command_key', random());
        """

    /// After the rows, so that the index is written in its order.
    static let commandIndexes9 = """
        DROP TABLE old_command;
        CREATE INDEX command_hash ON command (hash);
        """

    /// SQLite puts a row's number at the end of each entry of an index itself: where it is named as well, it is there
    /// twice.
    static let rowNumbers9 = """
        DROP INDEX parcel_state;
        CREATE INDEX parcel_state ON parcel (state);
        DROP INDEX parcel_warehouse;
        CREATE INDEX parcel_warehouse ON parcel (warehouse);
        DROP INDEX parcel_client;
        CREATE INDEX parcel_client ON parcel (client);
        DROP INDEX parcel_driver;
        CREATE INDEX parcel_driver ON parcel (driver);
        DROP INDEX pick_tour;
        CREATE INDEX pick_tour ON pick (tour, position) WHERE tour IS NOT NULL;
        """
}
