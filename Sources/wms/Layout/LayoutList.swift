import ArgumentParser
import Operations

/// `wms layout list`: the warehouses that the daemon knows.
struct LayoutList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the warehouses and their layouts' revisions.")

    @OptionGroup var connection: ConnectionOptions

    func run() throws {
        let daemon = try connection.connect()
        daemon.show(try daemon.client.all(Operations.LayoutList()))
    }
}
