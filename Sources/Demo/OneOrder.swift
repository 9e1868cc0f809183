import Common
import Domain
import LineProtocol
import Operations
import WarehouseLayout

/// The first order's way through the warehouse, shown step by step.
struct OneOrder {
    let demo: Demonstration
    let shift: Shift
    let world: World

    private var console: Console { demo.console }

    func show() throws(DemoFault) {
        try allocate()
        let totes = try pick()
        let parcels = try pack(totes)
        try handOver(parcels)
    }

    private func allocate() throws(DemoFault) {
        let order = SeedOrder.order
        console.title("The order management side allocates \(order.id)")
        let items = order.lines.map { "\($0.quantity) × \($0.sku)" }.joined(separator: ", ")
        console.say("\(items); \(order.sla), driver \(order.driver)")
        try shift.allocate([order])
        var release = OrderRelease()
        release.order = OrderID(order.id)
        _ = try shift.lead.call(release)
        console.say("the lead releases it: stock is reserved in bins, and it waits for a cart")
        try showEvents()
    }

    /// - Returns: the totes that were dropped at the station.
    private func pick() throws(DemoFault) -> [String] {
        console.title("A picker walks")
        let cart = CartCode(demo.layout.carts.first?.id.text ?? "CART-0")
        var picker = try Picker(badge: "picker-0", cart: cart, floor: shift.floor)
        let handheld = picker.handheld
        let walk = WalkLog()
        try picker.walk(from: try handheld.nextTour()) { prompt, code throws(DemoFault) in
            switch prompt.expect {
            case .bin:
                if walk.bins.isEmpty { try scanWrongBin(with: handheld, for: prompt, not: code) }
                let metres = prompt.show.walkM.map { Figure.decimal($0) + " m" } ?? ""
                let way = metres.padded(toColumns: 8, isRight: true)
                walk.bins.append(code)
                console.say("stop \(walk.bins.count)   \(way) to \(code)")
            case .item:
                console.say("         take \(Self.pieces(prompt.show.quantity, of: prompt))")
            case .tote where prompt.show.sku == nil:
                console.say("tote     \(code) for \(prompt.show.order?.text ?? "")")
            case .station:
                walk.finish = code
                walk.totes = (prompt.show.totes ?? []).map(\.text)
                console.say("         totes to \(code)")
            default: break
            }
        }
        try handheld.end()
        try showRoute(of: walk)
        try showEvents()
        return walk.totes
    }

    private func scanWrongBin(
        with handheld: Handheld, for prompt: Prompt, not right: String
    ) throws(DemoFault) {
        guard let wrong = demo.layout.bins.first(where: { $0.address.text != right })?.address.text else {
            return
        }
        let refusal = try handheld.wrongScan(TourScan.self, wrong, for: prompt)
        console.refused("refused  \(refusal.message)")
    }

    private func showRoute(of walk: WalkLog) throws(DemoFault) {
        if let tour = try shift.tours().last {
            console.say(
                "walked   \(TourFigures(tour).lengthText), by location code \(TourFigures(tour).byCodeText)")
        }
        guard let start = demo.layout.firstStart else { return }
        let route = FloorPictures(layout: demo.layout)
            .route(from: start.id.text, bins: walk.bins, to: walk.finish)
        try demo.folder.write(route, to: demo.folder.route)
        console.good("route    \(demo.folder.route)")
    }

    private func pack(_ totes: [String]) throws(DemoFault) -> [LabelledParcel] {
        console.title("A packer packs")
        let bench = demo.layout.stations.first { $0.kind == .pack }?.id.text ?? ""
        var packer = try Packer(
            badge: "packer-0", station: StationCode(bench), floor: shift.floor, seed: demo.options.seed)
        for _ in totes { _ = shift.floor.filledTotes.dequeue() }
        for tote in totes {
            let handheld = packer.handheld
            try packer.pack(tote) { prompt, code throws(DemoFault) in
                try show(prompt, code, handheld)
            }
        }
        var parcels: [LabelledParcel] = []
        while shift.floor.labelledParcels.waiting > 0, let parcel = shift.floor.labelledParcels.dequeue() {
            parcels.append(parcel)
        }
        try packer.handheld.end()
        try showEvents()
        return parcels
    }

    private func show(_ prompt: Prompt, _ code: String, _ handheld: Handheld) throws(DemoFault) {
        switch prompt.expect {
        case .box: showPlan(prompt, box: code)
        case .item:
            console.say("scanned  \(Self.pieces(prompt.show.quantityLeft, of: prompt))")
        case .weight:
            let expected = prompt.show.weightG ?? 0
            let wrong = String(expected + 2_000)
            let refusal = try handheld.wrongScan(PackScan.self, wrong, for: prompt)
            console.refused("refused  \(refusal.message)")
            console.say("weight   \(code) g, \(expected) g expected")
        case .label: try showLabel(prompt)
        default: break
        }
    }

    private func showPlan(_ prompt: Prompt, box: String) {
        let inner =
            world.cartons.first { $0.id == box }?.innerMM.map(String.init).joined(separator: "×") ?? ""
        console.say("box      \(box), \(inner) mm inside")
        for piece in prompt.show.plan ?? [] {
            let size = Self.lengths(piece.size.sides, "×")
            console.say(
                "         \(piece.sku) lies \(size) mm at \(Self.lengths(piece.at.coordinates, ", "))"
            )
        }
    }

    private static func lengths(_ lengths: [Int], _ separator: String) -> String {
        lengths.map(String.init).joined(separator: separator)
    }

    /// `2 × WATER-5L`
    private static func pieces(_ quantity: Int?, of prompt: Prompt) -> String {
        "\(quantity.map { String($0) } ?? "") × \(prompt.show.sku?.text ?? "")"
    }

    private func showLabel(_ prompt: Prompt) throws(DemoFault) {
        let sscc = prompt.show.sscc ?? ""
        console.say("closed   SSCC (00) \(sscc)")
        let file = try awaitLabel(sscc)
        console.good("label    \(file)")
        console.say("         the label on the box is scanned")
    }

    /// The label file is written after the answer; a packer waits for the printer as well.
    private func awaitLabel(_ sscc: String) throws(DemoFault) -> String {
        for _ in 0..<12_000 {
            if let file = demo.folder.labelFiles.first(where: { $0.path.contains(sscc) }) { return file.path }
            shift.floor.waitALittle()
        }
        throw .unexpected(party: "printer", what: "no label file with \(sscc) within a minute")
    }

    private func handOver(_ parcels: [LabelledParcel]) throws(DemoFault) {
        console.title("The driver takes it")
        let driver = try Driver(floor: shift.floor)
        for parcel in parcels {
            let left = try driver.handOver(parcel)
            console.say("scanned  \(parcel.label); \(left) left")
        }
        try showEvents()
    }

    private func showEvents() throws(DemoFault) {
        try shift.awaitEvents()
        for event in shift.listener.dequeueUnshown() {
            console.event("\(event.sequence)  \(event.type)  \(event.subject)")
        }
    }
}

/// The bins, totes and station of one walk.
private final class WalkLog {
    var bins: [String] = []
    var finish = ""
    var totes: [String] = []
}
