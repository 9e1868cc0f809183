import ArgumentParser
import Domain
import Operations

/// `wms pick`: a picker's terminal.
struct PickCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pick",
        abstract: "Pick tours at a terminal, bin by bin.",
        discussion: """
            Scan or key what the screen asks for. *SKIP leaves the stop for later, *SHORT says that there is \
            less than asked, *FULL that the tote is full, *UNDO takes the last scan back, *WHY explains the \
            stop, *PAUSE lays the tour aside. Scans may also be piped in, one a line.
            """)

    @Option(help: "Who works.")
    var badge: String

    @Option(help: "On which device.")
    var device: String

    @Option(help: "With which cart.")
    var cart: String

    @OptionGroup var connection: FloorOptions

    func run() throws {
        var start = SessionStart()
        start.badge = BadgeID(badge)
        start.device = DeviceID(device)
        start.cart = CartCode(cart)
        try connection.work(.picking, by: badge, session: start)
    }
}
