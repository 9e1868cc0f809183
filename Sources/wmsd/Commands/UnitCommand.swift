import ArgumentParser

/// `wmsd unit`: the systemd unit, to be written to `/etc/systemd/system/wmsd.service`.
struct UnitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unit", abstract: "Print the systemd unit of the daemon.")

    func run() {
        print(ServiceUnit.text(executable: executablePath), terminator: "")
    }
}
