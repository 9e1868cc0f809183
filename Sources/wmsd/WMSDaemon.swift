import ArgumentParser
import Common

/// `wmsd`: the warehouse management daemon.
@main
struct WMSDaemon: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wmsd",
        abstract: "A warehouse management daemon: orders in, packed parcels and printed labels out.",
        version: Daemon.version,
        subcommands: [ServeCommand.self, ConfigCommand.self, UnitCommand.self, DemoCommand.self])

    /// The parser calls a command that is none an unexpected argument.
    static func main() async {
        if let fault = unknownCommand(in: CommandLine.arguments.dropFirst()) { exit(withError: fault) }
        await main(nil)
    }

    private static func unknownCommand(in arguments: some Collection<String>) -> ValidationError? {
        let names = configuration.subcommands.map { $0._commandName } + ["help"]
        guard let word = arguments.first, !word.hasPrefix("-"), !names.contains(word) else { return nil }
        let nearest = nearestWord(to: word, among: names).map { ": did you mean \($0)?" } ?? "."
        return ValidationError("There is no command \(word)\(nearest)")
    }
}
