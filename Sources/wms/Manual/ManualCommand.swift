import ArgumentParser
import JSON

/// `wms manual`: the manual page, made from the commands themselves.
struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual",
        abstract: "Print the manual page.",
        discussion: "Read it with `wms manual | man -l -`; install it as share/man/man1/wms.1.")

    func run() throws {
        do {
            _ = try WMS.parseAsRoot(["--experimental-dump-help"])
        } catch {
            Terminal.print(ManualPage(try JSONValue(parsing: WMS.fullMessage(for: error))).text)
        }
    }
}
