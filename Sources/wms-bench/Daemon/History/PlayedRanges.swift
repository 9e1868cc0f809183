/// The rows of all tables that came about between two moments at which the daemon was stopped.
struct PlayedRanges {
    let orders: RowRange
    let picks: RowRange
    let parcels: RowRange
    let labels: RowRange
    let events: RowRange
    let commands: RowRange
    let sessions: RowRange
    let tours: RowRange

    /// - Parameter now: the numbers that are taken when the copies are made.
    init(from first: RowNumbers, to last: RowNumbers, in now: RowNumbers) {
        func range(_ number: (RowNumbers) -> Int) -> RowRange {
            RowRange(after: number(first), last: number(last), highest: number(now))
        }
        orders = range { $0.orders }
        picks = range { $0.picks }
        parcels = range { $0.parcels }
        labels = range { $0.labels }
        events = range { $0.events }
        commands = range { $0.commands }
        sessions = range { $0.sessions }
        tours = range { $0.tours }
    }

    /// Copies the sessions that have ended and the tours that are finished.
    func copyWalks(in file: StoppedDatabase, times: Int) throws(WireFault) {
        try file.copy(
            "session", where: "\(sessions.contains("id")) AND ended_at IS NOT NULL", by: "id",
            changing: ["id": sessions.copied("id")], times: times)
        try file.copy(
            "tour", where: "\(tours.contains("id")) AND state = 'finished'", by: "id",
            changing: ["id": tours.copied("id"), "session": sessions.copiedIfPlayed("session")],
            times: times)
    }
}
