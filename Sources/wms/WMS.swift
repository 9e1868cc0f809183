import ArgumentParser
import Glibc
import LineProtocol

/// The client of `wmsd`: leads' commands, the floor's terminal screens, and planning on files.
@main
struct WMS: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wms",
        abstract: "Lead a warehouse run by wmsd, work on its floor, and plan on files.",
        discussion: """
            Without a command it opens a prompt for any request of the protocol.
            Tables are for people, with times as the warehouse's clock shows them; every command that asks \
            the daemon takes --json for programs, with times in UTC.
            The daemon's socket is the first there is of $RUNTIME_DIRECTORY/wmsd.sock, \
            /run/wmsd/wmsd.sock and $XDG_RUNTIME_DIR/wmsd/wmsd.sock; --socket names another.
            `wms manual` prints the manual page, `wms --generate-completion-script` the shell completion.
            """,
        version: version,
        subcommands: [ConsoleCommand.self, CallCommand.self, ManualCommand.self],
        groupedSubcommands: [
            CommandGroup(
                name: "Lead",
                subcommands: [
                    LayoutCommand.self, ImportCommand.self, OrderCommand.self, StatusCommand.self,
                    EventsCommand.self, AuditCommand.self,
                ]),
            CommandGroup(
                name: "Floor",
                subcommands: [PickCommand.self, PackCommand.self, ParcelCommand.self, HandoverCommand.self]),
            CommandGroup(
                name: "Without a daemon",
                subcommands: [PlanCommand.self, LabelCommand.self, PrintCommand.self]),
        ],
        defaultSubcommand: ConsoleCommand.self)

    /// Of this program; the daemon says its own in `wms status`.
    static let version = "0.1.0"

    /// Runs the command that the arguments name: exit 0 done, 1 refused, 64 usage, 69 no daemon.
    static func main() {
        Terminal.ignoreBrokenPipes()
        do {
            try UnknownCommand.check(CommandLine.arguments.dropFirst())
            var command = try parseAsRoot()
            try command.run()
        } catch let error as ClientError {
            Terminal.printError("wms: \(error)")
            if let detail = error.refusal.flatMap(RefusalText.detail) { Terminal.printError(detail) }
            Glibc.exit(error.refusal == nil ? EX_UNAVAILABLE : EXIT_FAILURE)
        } catch {
            end(with: error)
        }
    }

    /// Says what the parser has to say: help that was asked for, or why it cannot go on.
    private static func end(with error: any Error) -> Never {
        let (message, status) = (fullMessage(for: error), exitCode(for: error))
        let text =
            CompletionScript.shell(in: CommandLine.arguments)
            .map { CompletionScript(message, shell: $0).text } ?? message
        if !text.isEmpty { status.isSuccess ? Terminal.print(text) : Terminal.printError(text) }
        Glibc.exit(status.rawValue)
    }
}
