import ArgumentParser
import Cartonization

/// `wms-bench packing`: the packing engine on real, planted and published orders, one core, beside its peers.
struct PackingBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "packing", abstract: "Measure cartonization on real, planted and published orders.")

    @Option(help: "The folder with boxes.json and orders.ndjson.")
    var data = "../shared/data/packing"

    @Option(name: .customLong("boxpacker"), help: "A checkout of dvdoug/BoxPacker, run under php.")
    var boxPacker: String?

    @Flag(help: "Also the published classes at 100 ms each.")
    var thorough = false

    func run() throws {
        if let real = try RealOrders(folder: data) {
            try real.run(.any, named: "any", supportShare: 7_500, asked: "2,276 and 37,300 L, none floating")
            try real.run(.any, named: "any", supportShare: 0, asked: "2,274 and 36,960 L")
            try real.run(.upright, named: "upright", supportShare: 7_500, asked: "2,896 and 26,500 L")
            try real.run(.upright, named: "upright", supportShare: 0, asked: "2,896 and 26,500 L")
        } else {
            print("real orders: skipped, no boxes.json and orders.ndjson in \(data)")
        }
        print(BoxPackerPeer(folder: boxPacker, data: data).report())
        print(Py3dbpPeer(data: data).report())
        try runPlanted()
        try runPublished(effort: Self.effortOf5MS, asked: 9_950)
        if thorough { try runPublished(effort: Self.effortOf100MS, asked: 9_850) }
        try runOneSKU()
    }

    /// Positions that can be tried in so long on the machine that the figures are from.
    private static let effortOf5MS = 1_500_000
    private static let effortOf100MS = 30_000_000

    private func runPlanted() throws {
        let cartonizer = try Cartonizer(
            boxes: PlantedOrders.boxes, rules: PackingRules(supportShare: 0), effort: Self.effortOf5MS)
        var audit = PackingAudit(boxes: PlantedOrders.boxes, supportShare: 0)
        var proven = 0
        var latencies = Latencies()
        var hits: [Int: Int] = [:]
        var totals: [Int: Int] = [:]
        for order in PlantedOrders.all(seed: 7) {
            let packing = try latencies.measure { try cartonizer.pack(order.items) }
            audit.check(packing, of: order.items)
            proven += packing.isOptimal ? 1 : 0
            let used = PlantedOrders.boxes.first { $0.id == packing.parcels[0].boxID }
            let isHit =
                packing.parcels.count == 1 && (used?.inner.volumeMM3 ?? .max) <= order.box.inner.volumeMM3
            hits[order.pieces, default: 0] += isHit ? 1 : 0
            totals[order.pieces, default: 0] += 1
        }
        let parts = totals.keys.sorted().map {
            "\($0) pieces \(100 * hits[$0, default: 0] / totals[$0, default: 1]) %"
        }
        let all = Double(1_000 * hits.values.reduce(0, +) / totals.values.reduce(0, +)) / 10
        print(
            "planted orders found: \(all) % (asked 55 %, of 8 pieces 95 %, of 12 60 %); "
                + "\(parts.joined(separator: ", ")); \(proven) proven; \(latencies.description); \(audit.description)"
        )
    }

    private func runPublished(effort: Int, asked: Int) throws {
        var latencies = Latencies()
        var (bound, proven, packings, breaches) = (0, 0, 0, 0)
        var bins: [Int: Int] = [:]
        for instance in PublishedClasses.all {
            let cartonizer = try Cartonizer(
                boxes: [instance.box], rules: PackingRules(supportShare: 0), effort: effort)
            let packing = try latencies.measure { try cartonizer.pack(instance.items) }
            var audit = PackingAudit(boxes: [instance.box], supportShare: 0)
            audit.check(packing, of: instance.items)
            (packings, breaches) = (packings + 1, breaches + audit.breaches)
            (bound, proven) = (bound + packing.lowerBound, proven + (packing.isOptimal ? 1 : 0))
            bins[instance.number, default: 0] += packing.parcels.count
        }
        let parts = bins.keys.sorted().map { "class \($0) \(bins[$0, default: 0])" }
        print(
            "published classes, effort \(effort): \(bins.values.reduce(0, +)) bins (asked \(asked), bound \(bound), "
                + "\(proven) proven); \(parts.joined(separator: ", ")); \(latencies.description); "
                + "\(packings) packings checked, \(breaches) breaches")
    }

    private func runOneSKU() throws {
        let box = BoxType(id: "L", inner: Size(lengthMM: 600, widthMM: 400, heightMM: 400))
        let item = Item(
            sku: "A", quantity: 5_000, size: Size(lengthMM: 120, widthMM: 85, heightMM: 33), weightG: 1)
        let cartonizer = try Cartonizer(boxes: [box])
        var latencies = Latencies()
        var audit = PackingAudit(boxes: [box], supportShare: 7_500)
        let packing = try latencies.measure { try cartonizer.pack([item]) }
        audit.check(packing, of: [item])
        print(
            "5,000 pieces of one SKU: \(packing.parcels.count) parcels, bound \(packing.lowerBound) (asked 5 ms); "
                + "\(latencies.description); \(audit.description)")
    }
}
