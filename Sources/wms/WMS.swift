import ArgumentParser
import LineProtocol

/// The client of `wmsd`: leads' commands, the floor's terminal screens, and planning on files.
@main
struct WMS: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wms",
        abstract: "Lead a warehouse run by wmsd, work on its floor, and plan on files.",
        discussion: """
            Tables are for people; every command that asks the daemon takes --json for programs.
            The daemon's socket is the first there is of $RUNTIME_DIRECTORY/wmsd.sock,
            /run/wmsd/wmsd.sock and $XDG_RUNTIME_DIR/wmsd/wmsd.sock; --socket names another.
            `wms manual` prints the manual page, `wms --generate-completion-script` the shell completion.
            """,
        subcommands: [CallCommand.self, ManualCommand.self],
        groupedSubcommands: [
            CommandGroup(
                name: "Lead:",
                subcommands: [
                    LayoutCommand.self, ImportCommand.self, OrderCommand.self, StatusCommand.self,
                    EventsCommand.self, AuditCommand.self,
                ]),
            CommandGroup(
                name: "Floor:",
                subcommands: [PickCommand.self, PackCommand.self, ParcelCommand.self, HandoverCommand.self]),
            CommandGroup(
                name: "Without a daemon:",
                subcommands: [PlanCommand.self, LabelCommand.self, PrintCommand.self]),
        ])

    /// Runs the command that the arguments name: exit 0 done, 1 refused, 64 usage, 69 no daemon.
    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
            try Terminal.finish()
        } catch let error as ClientError {
            Terminal.complain("wms: \(error)")
            if let detail = error.refusal.flatMap(RefusalText.detail) { Terminal.complain(detail) }
            exit(withError: ExitCode(error.refusal == nil ? 69 : 1))
        } catch {
            exit(withError: error)
        }
    }
}
