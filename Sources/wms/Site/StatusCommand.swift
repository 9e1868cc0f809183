import ArgumentParser
import Operations

/// `wms status`: what the daemon is doing.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show how the daemon and its work stand.")

    @OptionGroup var connection: ConnectionOptions

    func run() throws {
        let daemon = try connection.connect()
        daemon.show(try daemon.call(Status()))
    }
}
