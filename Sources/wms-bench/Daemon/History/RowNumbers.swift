/// The highest numbers that tables ever gave out, at a moment between two runs of the daemon.
struct RowNumbers {
    let orders: Int
    let picks: Int
    let parcels: Int
    let labels: Int
    let events: Int
    let commands: Int
    let sessions: Int
    let tours: Int

    init(in file: StoppedDatabase) throws(WireFault) {
        orders = max(
            try file.number("SELECT max(id) FROM orders"), try Self.highestThatLeft("last_order", in: file))
        picks = try Self.highest("pick", in: file)
        parcels = try Self.highest("parcel", in: file)
        labels = try Self.highest("label_job", in: file)
        events = max(
            try file.number("SELECT max(sequence) FROM event"), try Self.highestThatLeft("last_event", in: file))
        // Those of answers may come again when all have gone, so SQLite does not keep the highest.
        commands = try file.number("SELECT max(id) FROM command")
        sessions = try Self.highest("session", in: file)
        tours = try Self.highest("tour", in: file)
    }

    /// Of orders and events the daemon keeps it, once the newest has gone.
    private static func highestThatLeft(_ name: String, in file: StoppedDatabase) throws(WireFault) -> Int {
        try file.number("SELECT value FROM meta WHERE name = '\(name)'")
    }

    /// SQLite keeps it, also where the row has gone.
    private static func highest(_ table: String, in file: StoppedDatabase) throws(WireFault) -> Int {
        try file.number("SELECT seq FROM sqlite_sequence WHERE name = '\(table)'")
    }
}
