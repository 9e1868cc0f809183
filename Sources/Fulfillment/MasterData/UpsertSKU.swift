import Cartonization
import Domain
import JSON
import LineProtocol
import Operations

/// What is left out stays as it is.
extension SKUUpsert: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let known = try site.store.skus.sku(sku, of: client)
        let (size, weightG) = try measures(known)
        let new = SKU(
            client: client, id: sku, name: name ?? known?.name ?? sku.text, size: size, weightG: weightG,
            storage: storage ?? known?.storage ?? .ambient, hazard: hazard ?? known?.hazard ?? "",
            track: Set(track ?? Array(known?.track ?? [])), rotation: rotation ?? known?.rotation ?? .fefo,
            shelfLifeDays: shelfLifeDays ?? known?.shelfLifeDays,
            units: try units.map { (units) throws(Refusal) in try checked(units) } ?? known?.units ?? [],
            packing: packing ?? known?.packing ?? JSONObject())
        // What could never be packed is refused here, not at the bench.
        do throws(PackingError) { try new.item(quantity: 1).check() } catch { throw Refusal(error) }
        let barcodes = if let barcodes { barcodes.map(Self.scanKey) } else { try site.barcodes(of: sku, client) }
        try site.store.skus.upsert(new, barcodes: barcodes)
        var result = Result()
        (result.sku, result.isNew) = (sku, known == nil)
        return result
    }

    private func measures(_ known: SKU?) throws(Refusal) -> (size: SizeMM, weightG: Int) {
        if let size = size ?? known?.size, let weightG = weightG ?? known?.weightG { return (size, weightG) }
        let missing = (size == nil ? ["size_mm"] : []) + (weightG == nil ? ["weight_g"] : [])
        let others = missing.dropFirst().map { ", as is \($0)" }.joined()
        throw .badParams(param: missing[0], problem: "is missing; it is needed the first time" + others)
    }

    /// As scans are looked up: a trade item's number in fourteen digits.
    private static func scanKey(_ barcode: String) -> String { ScanReading(barcode).gtin ?? barcode }

    private func checked(_ units: [UnitOfSKU]) throws(Refusal) -> [StockUnit] {
        var faults: [ParamFault] = []
        for (index, unit) in units.enumerated() {
            if units[..<index].contains(where: { $0.unit == unit.unit }) {
                faults.append(ParamFault("units.\(index).unit", "\"\(unit.unit.rawValue)\" stands twice"))
            }
            if unit.unit == .each && unit.quantity != 1 {
                faults.append(ParamFault("units.\(index).qty", "each is one piece"))
            }
        }
        try Refusal.check(faults)
        return units.map(\.stockUnit).map { unit in
            StockUnit(
                name: unit.name, quantity: unit.quantity, size: unit.size, weightG: unit.weightG,
                barcodes: unit.barcodes.map(Self.scanKey))
        }
    }
}
