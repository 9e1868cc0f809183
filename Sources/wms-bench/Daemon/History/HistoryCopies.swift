/// Events and answers of what was played, as often again as are asked for.
struct HistoryCopies {
    let events: RowRange
    let commands: RowRange
    /// The tours that events may be about.
    let tours: RowRange
    /// Before the names of the copied orders and commands.
    let prefix: String
    let copies: Int

    init(_ ranges: PlayedRanges, prefix: String, copies: Int) {
        events = ranges.events
        commands = ranges.commands
        tours = ranges.tours
        self.prefix = prefix
        self.copies = copies
    }

    /// Events have no gap between them, and so have their copies. One whose data begins with its subject has no other:
    /// it still names what was played.
    func write(to file: StoppedDatabase) throws(WireFault) {
        let played = ClosedOrderCopies.playedPrefix
        let tour = tours.copiedIfPlayed("CAST(subject AS INTEGER)")
        let subject = """
            CASE WHEN subject LIKE '\(played)-%' THEN \(ClosedOrderCopies.name(prefix, of: "subject"))
            WHEN kind IN (SELECT number FROM main.event_kind WHERE type LIKE 'tour.%')
            THEN CAST(\(tour) AS TEXT) ELSE subject END
            """
        try file.copy(
            "event", where: events.contains("sequence"), by: "sequence",
            changing: ["sequence": events.copied("sequence"), "subject": subject], times: copies)
        try file.copy(
            "command", where: commands.contains("id"), by: "id",
            changing: [
                "id": commands.copied("id"), "command_id": "'\(prefix)' || ?1 || '-' || command_id",
                "hash": Self.copiedHash,
            ], times: copies)
    }

    /// In SQL, a number of 32 bits with a sign, elsewhere in the index for each copy, and in order within it, as those
    /// of ids that count up are. No id leads to it: nobody repeats what a copy answers.
    private static let copiedHash = "((hash + 2147483648 + ?1 * 2027264) % 4294967296 - 2147483648)"
}
