/// The part of ``version10`` that is about events.
extension Schema {
    /// SQLite does not count events any more, which was a write for each. Their numbers go on where they were: the
    /// highest is noted, since the newest may have been forgotten.
    static let events10 = """
        CREATE TABLE new_event (
            sequence INTEGER PRIMARY KEY, kind INTEGER NOT NULL, run INTEGER NOT NULL,
            after_ms INTEGER NOT NULL, subject TEXT, data ANY NOT NULL
        ) STRICT;
        INSERT INTO meta (name, value) SELECT 'last_event', seq FROM sqlite_sequence WHERE name = 'event';
        INSERT INTO new_event (sequence, kind, run, after_ms, subject, data)
            SELECT sequence, kind, run, after_ms, subject, data FROM event ORDER BY sequence;
        DROP TABLE event;
        ALTER TABLE new_event RENAME TO event;
        """
}
