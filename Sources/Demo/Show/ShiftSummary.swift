import Common
import Operations

/// The sums of a shift, from the daemon's answers and the picks that the pickers counted.
struct ShiftSummary {
    let shift: Shift
    let world: World
    /// By bin.
    let picks: [String: Int]
    let tours: [TourFigures]
    let elapsed: Duration

    func show() throws(DemoFault) {
        let orders = Set(world.orders.map(\.id))
        let parcels = try shift.lead.list(ParcelList()).filter { orders.contains($0.order.text) }
        let labels = Figure.whole(try awaitLabels(of: parcels))
        let rows =
            [
                ["orders", Figure.whole(orders.count), "each from allocation to the driver"],
                ["picks", Figure.whole(picks.values.reduce(0, +)), "\(Figure.whole(pieces)) pieces"],
            ] + walked + [
                ["parcels", Figure.whole(parcels.count), "\(labels) label files in the spool"],
                ["box fill", fill(of: parcels), "of the boxes' inside"],
                ["events", Figure.whole(shift.listener.last), "in sequence, none missing, none twice"],
                ["wall time", Figure.decimal(elapsed / .seconds(1)) + " s", ""],
            ]
        let table = TextTable(alignments: [.left, .right, .left], rows: rows, gap: 3)
        for line in table.lines { shift.demo.console.say(line) }
        let folder = shift.demo.folder
        try folder.write(FloorPictures(layout: shift.demo.layout).heat(picks), to: folder.heat)
        shift.demo.console.good("picks by bin   \(folder.heat)")
    }

    /// Label files are written after the answers; their number is shown once every parcel has one.
    private func awaitLabels(of parcels: [ParcelSummary]) throws(DemoFault) -> Int {
        let wanted = Set(parcels.compactMap(\.sscc))
        var found: Set<String> = []
        for _ in 0..<2_000 where found.count < wanted.count {
            found = wanted.intersection(shift.demo.folder.labelledKeys)
            if found.count < wanted.count { shift.floor.waitALittle() }
        }
        guard found.count == parcels.count else {
            throw .unexpected(
                party: "printer", what: "\(parcels.count - found.count) parcels have no label file")
        }
        return found.count
    }

    private var pieces: Int { world.orders.flatMap(\.lines).reduce(0) { $0 + $1.quantity } }

    private var walked: [[String]] {
        let walked = tours.reduce(0) { $0 + $1.lengthM }
        let byCode = tours.reduce(0) { $0 + $1.byCodeM }
        return [
            ["walked", "\(Figure.decimal(walked)) m", "in \(Figure.whole(tours.count)) tours"],
            [
                "saved", "\(Figure.decimal(byCode - walked)) m",
                "\(Figure.percent(byCode - walked, of: byCode)) against location order",
            ],
        ]
    }

    private func fill(of parcels: [ParcelSummary]) -> String {
        let room = Dictionary(
            world.cartons.map { ($0.id, $0.innerMM3) }, uniquingKeysWith: { first, _ in first })
        let inside = parcels.reduce(0) { $0 + (room[$1.box.text] ?? 0) }
        return Figure.percent(Double(world.orderedMM3), of: Double(inside))
    }
}
