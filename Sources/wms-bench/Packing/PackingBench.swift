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
            for share in [7_500, 0] {
                try real.run(.any, named: "any", supportShare: share)
                try real.run(.upright, named: "upright", supportShare: share)
            }
        } else {
            print("real orders: skipped, no boxes.json and orders.ndjson in \(data)")
        }
        print(BoxPackerPeer(folder: boxPacker, data: data).report())
        print(Py3dbpPeer(data: data).report())
        try runPlanted()
        try runPublished(effort: 1_300_000)
        if thorough { try runPublished(effort: 26_000_000) }
        try runOneSKU()
    }

    private func runPlanted() throws {
        let cartonizer = try Cartonizer(boxes: PlantedOrders.boxes, rules: PackingRules(supportShare: 0))
        var latencies = Latencies()
        var hits: [Int: Int] = [:]
        var totals: [Int: Int] = [:]
        for order in PlantedOrders.all(seed: 7) {
            let packing = try latencies.measure { try cartonizer.pack(order.items) }
            let used = PlantedOrders.boxes.first { $0.id == packing.parcels[0].boxID }
            let isHit = packing.parcels.count == 1 && (used?.inner.volumeMM3 ?? .max) <= order.box.inner.volumeMM3
            hits[order.pieces, default: 0] += isHit ? 1 : 0
            totals[order.pieces, default: 0] += 1
        }
        let parts = totals.keys.sorted().map { "\($0) pieces \(100 * hits[$0, default: 0] / totals[$0, default: 1]) %" }
        let all = Double(100 * hits.values.reduce(0, +)) / Double(totals.values.reduce(0, +))
        print("planted orders found: \(all) %; \(parts.joined(separator: ", ")); \(latencies.description)")
    }

    private func runPublished(effort: Int) throws {
        var latencies = Latencies()
        var bins: [Int: Int] = [:]
        for instance in PublishedClasses.all {
            let cartonizer = try Cartonizer(
                boxes: [instance.box], rules: PackingRules(supportShare: 0), effort: effort)
            let packing = try latencies.measure { try cartonizer.pack(instance.items) }
            bins[instance.number, default: 0] += packing.parcels.count
        }
        let parts = bins.keys.sorted().map { "class \($0) \(bins[$0, default: 0])" }
        print(
            "published classes, effort \(effort): \(bins.values.reduce(0, +)) bins; "
                + "\(parts.joined(separator: ", ")); \(latencies.description)")
    }

    private func runOneSKU() throws {
        let box = BoxType(id: "L", inner: Size(lengthMM: 600, widthMM: 400, heightMM: 400))
        let item = Item(
            sku: "A", quantity: 5_000, size: Size(lengthMM: 120, widthMM: 85, heightMM: 33), weightG: 1)
        let cartonizer = try Cartonizer(boxes: [box])
        var latencies = Latencies()
        let packing = try latencies.measure { try cartonizer.pack([item]) }
        print(
            "5,000 pieces of one SKU: \(packing.parcels.count) parcels, bound \(packing.lowerBound); "
                + latencies.description)
    }
}
