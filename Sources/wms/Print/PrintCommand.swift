import ArgumentParser

/// `wms print`: what stands between the spool folders and the printers.
struct PrintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "print", abstract: "Feed printers from their spool folders.",
        subcommands: [PrintFeedCommand.self])
}
