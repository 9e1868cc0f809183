import ArgumentParser

/// `wmsd`: the warehouse management daemon.
@main
struct WMSDaemon: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wmsd",
        abstract: "A warehouse management daemon: orders in, packed parcels and printed labels out.",
        version: Daemon.version,
        subcommands: [ServeCommand.self, ConfigCommand.self, UnitCommand.self, DemoCommand.self])
}
