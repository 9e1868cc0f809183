import ArgumentParser
import Domain
import Operations

/// `wms pack`: a packer's terminal.
struct PackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack",
        abstract: "Pack totes at a terminal: box, items, weight, label.",
        discussion: """
            Scan the tote, then what the screen asks for: every item as it goes to its place, the weight in \
            grams, yes to close or no to weigh again, and at last the label that is on the box. Another item \
            of the order, or another box, may be scanned instead of the one proposed. *UNDO takes the last \
            piece out again, *FULL ends the box. Scans may also be piped in, one a line.
            """)

    @Option(help: "Who works.")
    var badge: String

    @Option(help: "On which device.")
    var device: String

    @Option(help: "At which pack station.")
    var station: String

    @OptionGroup var connection: FloorOptions

    func run() throws {
        var start = SessionStart()
        start.badge = BadgeID(badge)
        start.device = DeviceID(device)
        start.station = StationCode(station)
        try connection.work(.packing, by: "\(badge) \(station)", session: start)
    }
}
