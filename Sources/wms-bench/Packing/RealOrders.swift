import Cartonization
import Foundation
import JSON

/// Real orders with the best answers that are known for them.
struct RealOrders {
    struct Order {
        let items: [Item]
        let bestParcels: [String: Int]
        let bestVolumeMM3: [String: Int]
    }

    let boxes: [BoxType]
    let orders: [Order]

    /// Nil where the folder has no such data.
    init?(folder: String) throws {
        guard let boxText = FileManager.default.contents(atPath: folder + "/boxes.json"),
            let orderText = FileManager.default.contents(atPath: folder + "/orders.ndjson")
        else { return nil }
        boxes = try BoxesFile(json: JSONValue(parsing: boxText)).boxes
        orders = try orderText.split(separator: UInt8(ascii: "\n")).map { line in
            let value = try JSONValue(parsing: line)
            var parcels: [String: Int] = [:]
            var volumes: [String: Int] = [:]
            for mode in ["any", "upright"] {
                parcels[mode] = value["best_known"]?[mode]?["parcels"]?.int
                volumes[mode] = value["best_known"]?[mode]?["inner_volume_mm3"]?.int
            }
            return Order(
                items: try Item.list(json: value["items"]), bestParcels: parcels, bestVolumeMM3: volumes)
        }
    }

    /// Packs all of them and prints one row.
    ///
    /// - Parameter asked: the parcels and litres to reach, as words.
    func run(_ rotation: Rotation, named mode: String, supportShare: Int, asked: String) throws {
        let cartonizer = try Cartonizer(boxes: boxes, rules: PackingRules(supportShare: supportShare))
        var latencies = Latencies()
        var audit = PackingAudit(boxes: boxes, supportShare: supportShare)
        var (parcels, volume, proven) = (0, 0, 0)
        for order in orders {
            var items = order.items
            for index in items.indices { items[index].rotation = rotation }
            let packing = try latencies.measure { try cartonizer.pack(items) }
            audit.check(packing, of: items)
            parcels += packing.parcels.count
            proven += packing.isOptimal ? 1 : 0
            for parcel in packing.parcels {
                volume += boxes.first { $0.id == parcel.boxID }?.inner.volumeMM3 ?? 0
            }
        }
        let bestParcels = orders.reduce(0) { $0 + ($1.bestParcels[mode] ?? 0) }
        let bestVolume = orders.reduce(0) { $0 + ($1.bestVolumeMM3[mode] ?? 0) }
        print(
            "real orders, \(mode), support \(supportShare / 100) %: \(parcels) parcels, \(volume / 1_000_000) L "
                + "(asked \(asked); best known without support \(bestParcels), \(bestVolume / 1_000_000) L), "
                + "\(proven) of \(orders.count) proven; \(latencies.description); \(audit.description)")
    }
}
