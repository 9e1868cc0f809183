import ArgumentParser

/// `wms audit`: the rules that no state may break, checked now. Exit 1 where one is broken.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Check that stock, reservations, picks, parcels and events add up.",
        discussion: "Exits with 1 where a rule is broken, and names what breaks it.")

    @OptionGroup var connection: ConnectionOptions

    func run() throws {
        let daemon = try connection.connect()
        daemon.client.timeoutMS = nil
        let answer = try daemon.call("audit")
        daemon.show(answer)
        if answer["sound"]?.bool != true { throw ExitCode(1) }
    }
}
