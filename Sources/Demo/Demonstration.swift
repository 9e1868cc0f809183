import Domain
import Foundation
import JSON
import Operations
import WarehouseLayout

/// One demonstration: a daemon of its own, the warehouse that is loaded into it, and those who work there.
///
///     let options = DemoOptions(program: "/usr/bin/wmsd", layout: "layouts/wh-ny.yaml", labels: "labels")
///     let status = Demonstration.play(options)       // 0 when every order has reached the driver
///
/// All that it knows of the daemon comes over the daemon's socket or from the printers' folders.
public struct Demonstration {
    let options: DemoOptions
    let console: Console
    let folder: DemoFolder
    let layout: Layout
    private let layoutText: String
    private let layoutName: String

    /// Plays a demonstration and prints it on standard output, why it ended early on standard error.
    ///
    /// - Returns: the exit status: 0 when every order has reached the driver, 1 else.
    public static func play(_ options: DemoOptions) -> Int32 {
        let console = Console()
        do throws(DemoFault) {
            try Demonstration(options, console: console).play()
            return 0
        } catch {
            console.fail("\(error)")
            return 1
        }
    }

    private init(_ options: DemoOptions, console: Console) throws(DemoFault) {
        self.options = options
        self.console = console
        layoutName = URL(fileURLWithPath: options.layout).lastPathComponent
        do { layoutText = try String(contentsOfFile: options.layout, encoding: .utf8) } catch {
            throw .file(options.layout, why: "cannot be read as UTF-8 text")
        }
        do throws(LayoutError) { layout = try Layout(yaml: layoutText, file: options.layout) } catch {
            throw .layout("\(error)")
        }
        folder = try DemoFolder(keep: options.keep)
    }

    private func play() throws(DemoFault) {
        if let files = options.orderFiles {
            try work(RealOrders(ordersFile: files.orders, boxesFile: files.boxes))
        } else {
            try showOneOrderAndAShift()
        }
    }

    private func showOneOrderAndAShift() throws(DemoFault) {
        var world = ShiftWorld.make(orders: options.shiftOrders, seed: options.seed)
        try withDaemon { shift throws(DemoFault) in
            world.orders.insert(SeedOrder.order, at: 0)
            try load(world, slotting: slotting(of: world, fixed: SeedOrder.bins), on: shift)
            try OneOrder(demo: self, shift: shift, world: world).show()
            world.orders.removeFirst()
            shift.listener.stopCollecting()
            console.title("A shift of \(Figure.whole(world.orders.count)) orders")
            try shift.work(world)
        }
    }

    private func work(_ orders: RealOrders) throws(DemoFault) {
        try withDaemon { shift throws(DemoFault) in
            try load(orders.world, slotting: slotting(of: orders.world, fixed: []), on: shift)
            shift.listener.stopCollecting()
            console.title("\(Figure.whole(orders.world.orders.count)) real orders")
            try shift.work(orders.world)
        }
    }

    private func withDaemon(_ body: (Shift) throws(DemoFault) -> Void) throws(DemoFault) {
        let daemon = try DaemonProcess(options.program, labels: options.labels, in: folder)
        do throws(DemoFault) {
            let shift = try Shift(demo: self)
            try body(shift)
            try shift.close()
        } catch {
            daemon.abandon()
            throw error
        }
        try daemon.stop()
        console.title("What stays")
        console.say("\(folder.path): the database, the labels and the log")
    }

    private func slotting(of world: World, fixed: [(sku: String, bin: String)]) throws(DemoFault) -> Slotting
    {
        let nextYear = Calendar(identifier: .gregorian).component(.year, from: Date()) + 1
        return try Slotting(
            world, bins: PickBins(layout).bins.map(\.address.text), fixed: fixed,
            expiry: "\(nextYear)-12-31", seed: options.seed)
    }

    /// The lead loads the layout, the goods, the boxes, the totes and the stock.
    private func load(_ world: World, slotting: Slotting, on shift: Shift) throws(DemoFault) {
        console.title("The lead loads \(layout.warehouse.text), \(layout.name)")
        let lead = shift.lead
        var load = LayoutLoad()
        load.yaml = layoutText
        let loaded = try lead.call(load)
        console.say("layout   \(layoutName): \(Figure.whole(loaded.bins)) bins, revision \(loaded.revision)")
        try lead.importRows(world.products.map(\.row), kind: .sku)
        try lead.importRows(world.cartons.map(\.row), kind: .box)
        try lead.importRows(shift.totes.map(Self.row), kind: .tote)
        console.say(
            "master   \(Figure.whole(world.products.count)) SKUs, \(world.cartons.count) boxes, "
                + "\(Figure.whole(shift.totes.count)) totes")
        try lead.importRows(slotting.rows, kind: .stock)
        console.say(
            "stock    \(Figure.whole(slotting.pieces)) pieces in \(Figure.whole(slotting.rows.count)) bins")
        try shift.awaitEvents()
        console.event(
            "1 to \(shift.listener.dequeueUnshown().last?.sequence ?? 0)  layout.loaded, stock.changed")
    }

    private static func row(ofTote tote: String) -> JSONObject {
        var upsert = ToteUpsert()
        upsert.tote = ToteID(tote)
        return upsert.json
    }
}

extension Party {
    /// Brings rows in, all or none.
    fileprivate func importRows(_ rows: [JSONObject], kind: ImportedThing) throws(DemoFault) {
        var begin = ImportBegin()
        begin.kind = kind
        let batch = try call(begin).number
        for start in stride(from: 0, to: rows.count, by: 500) {
            var page = ImportRows()
            page.number = batch
            page.firstLine = start + 1
            page.rows = Array(rows[start..<min(start + 500, rows.count)])
            _ = try call(page)
        }
        try commit(batch, kind: kind)
    }

    /// Waits until all rows count.
    private func commit(_ batch: ImportRow, kind: ImportedThing) throws(DemoFault) {
        var commit = ImportCommit()
        commit.number = batch
        var state = try call(commit).state
        while state != .committed {
            let status = try call(ImportGet(batch))
            state = status.state
            if state == .refused {
                throw .unexpected(
                    party: name,
                    what: "the \(kind.rawValue) rows were refused: \(JSONValue.object(status.json))")
            }
            Thread.sleep(forTimeInterval: 0.02)
        }
    }
}
