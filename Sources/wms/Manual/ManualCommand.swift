import ArgumentParser
import JSON

/// `wms manual`: the manual pages, made from the commands and the methods themselves.
struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual",
        abstract: "Print a manual page.",
        discussion: """
            Read it with `wms manual | man -l -`. Install the commands as share/man/man1/wms.1 and the methods of \
            the protocol as share/man/man7/wms-methods.7.
            """,
        aliases: ["man"])

    enum Page: String, CaseIterable, ExpressibleByArgument {
        case commands, methods
    }

    @Argument(help: "commands, or methods for those of the protocol.")
    var page = Page.commands

    func run() throws {
        switch page {
        case .commands: Terminal.print(ManualPage(try Self.commands).text)
        case .methods:
            Terminal.print(MethodsPage(areas: Catalogue.areas, kinds: Catalogue.kinds).text)
        }
    }

    /// What the argument parser knows of the commands.
    static var commands: JSONValue {
        get throws {
            do {
                _ = try WMS.parseAsRoot(["--experimental-dump-help"])
                return .null
            } catch {
                return try JSONValue(parsing: WMS.fullMessage(for: error))
            }
        }
    }
}
