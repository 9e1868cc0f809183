import ArgumentParser
import Domain
import LineProtocol
import Operations
import WarehouseLayout

/// `wms layout load FILE`: a warehouse's layout, or a new revision of it.
struct LayoutLoad: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load",
        abstract: "Load a layout file, whole or not at all.",
        discussion: """
            A revision that moves or changes bins holding stock is refused with their list, unless --relocated \
            names them. Bins that it removes have to be empty, with nobody on the way to them.
            """)

    @Argument(help: "The layout file.", completion: .file(extensions: ["yaml", "yml"]))
    var file: String

    @Flag(help: "Show what would change and change nothing.")
    var dryRun = false

    @Option(help: ArgumentHelp("Bins whose stock has been moved, separated by commas.", valueName: "bins"))
    var relocated: String?

    @OptionGroup var connection: ConnectionOptions

    func run() throws {
        // Read here first, so that faults name this file.
        _ = try Layout.read(file: file)
        var load = Operations.LayoutLoad()
        load.yaml = try InputFile.text(of: file)
        load.isDryRun = dryRun
        if let relocated {
            load.relocated.bins = relocated.split(separator: ",").map { BinCode(String($0)) }
        }
        var ids = CommandIDs(device: "wms-layout")
        let daemon = try connection.connect()
        daemon.client.timeoutMS = nil
        daemon.show(try daemon.call(load, commandID: ids.next()))
    }
}
