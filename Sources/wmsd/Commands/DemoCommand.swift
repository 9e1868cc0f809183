import ArgumentParser
import Demo

/// `wmsd demo`: one order from allocation to the driver, then a shift; or real orders from files.
struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Watch an order go through a warehouse, then a whole shift.",
        discussion: """
            Starts a daemon of its own in a new folder and works in it as lead, order management, pickers,
            packers and driver, each over its own connection. The folder stays: the picture of the route,
            the labels and the database can be read.

            With --orders and --boxes it works the orders of a file instead, in the formats of
            `wms plan boxes`: their SKUs are slotted into the layout's bins, received, and every order goes
            from allocation to handover.
            """)

    @Option(help: ArgumentHelp("Work in this folder, which must be new or empty.", valueName: "dir"))
    var keep: String?

    @Option(
        help: ArgumentHelp(
            "The warehouse; wh-ny.yaml, which comes with the program, where left out.",
            valueName: "file"))
    var layout: String?

    @Option(help: ArgumentHelp("Work these orders, one JSON object a line.", valueName: "file"))
    var orders: String?

    @Option(help: ArgumentHelp("The boxes for --orders.", valueName: "file"))
    var boxes: String?

    @Option(help: "Orders of the shift.")
    var shift = 240

    @Option(help: "Pickers at work.")
    var pickers = 4

    @Option(help: "Packers at work.")
    var packers = 3

    @Option(help: "Fixes the catalogue, the stock and the orders of the shift.")
    var seed: UInt64 = 1

    func validate() throws {
        guard (orders == nil) == (boxes == nil) else {
            throw ValidationError("--orders and --boxes go together.")
        }
        guard shift > 0, (1...100).contains(pickers), (1...100).contains(packers) else {
            throw ValidationError("There must be orders, and 1 to 100 pickers and packers.")
        }
    }

    func run() throws {
        let program = executablePath
        guard let layouts = ShippedFiles.layouts.folder(of: program),
            let labels = ShippedFiles.labels.folder(of: program)
        else {
            printError("the layouts and labels that come with the program are not beside \(program)")
            throw ExitCode.failure
        }
        var options = DemoOptions(program: program, layout: layout ?? layouts + "/wh-ny.yaml", labels: labels)
        options.keep = keep
        if let orders, let boxes { options.orderFiles = .init(orders: orders, boxes: boxes) }
        options.shiftOrders = shift
        options.pickers = pickers
        options.packers = packers
        options.seed = seed
        let status = Demonstration.play(options)
        if status != 0 { throw ExitCode(status) }
    }
}
