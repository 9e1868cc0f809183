/// The highest numbers of the tables to which the daemon only ever adds, at a moment between two of its runs.
struct RowNumbers {
    let orders: Int
    let events: Int
    let commands: Int
    let sessions: Int
    let tours: Int

    init(in file: StoppedDatabase) throws(WireFault) {
        orders = try Self.highest("orders", in: file)
        events = try Self.highest("event", in: file)
        commands = try Self.highest("command", in: file)
        sessions = try Self.highest("session", in: file)
        tours = try Self.highest("tour", in: file)
    }

    /// SQLite keeps the highest number that a table ever gave out.
    private static func highest(_ table: String, in file: StoppedDatabase) throws(WireFault) -> Int {
        try file.number("SELECT seq FROM sqlite_sequence WHERE name = '\(table)'")
    }
}
