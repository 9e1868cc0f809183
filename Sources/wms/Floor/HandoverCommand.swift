import ArgumentParser
import Domain
import LineProtocol
import Operations

/// `wms handover CODE --driver D`: the driver takes a parcel.
struct HandoverCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "handover", abstract: "Hand parcels over to the driver by scanning their labels.",
        discussion: "With - for the code, labels are read from standard input, one a line.")

    @Argument(help: "What the scanner read from the label, or the SSCC.")
    var code: String

    @Option(help: "Who takes it.")
    var driver: String

    @OptionGroup var connection: ConnectionOptions

    func run() throws {
        let daemon = try connection.connect()
        var ids = CommandIDs(device: "wms-handover")
        if code != "-" { return try handOver(code, to: daemon, ids: &ids) }
        while let line = readLine()?.trimmingSpaces {
            if !line.isEmpty { try handOver(line, to: daemon, ids: &ids) }
        }
    }

    private func handOver(_ code: String, to daemon: DaemonConnection, ids: inout CommandIDs)
        throws(ClientError)
    {
        var handover = ParcelHandover()
        handover.code = code
        handover.driver = DriverID(driver)
        daemon.show(try daemon.call(handover, commandID: ids.next()), as: { PlainText.inline($0) })
    }
}
