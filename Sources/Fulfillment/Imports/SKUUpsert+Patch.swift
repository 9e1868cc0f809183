import Cartonization
import Domain
import LineProtocol
import Operations
import Store

extension SKUUpsert {
    /// What is said of the SKU.
    ///
    /// - Throws: where that contradicts itself, whatever is known of the SKU.
    func patch() throws(Refusal) -> SKUPatch {
        var patch = SKUPatch(sku, of: client)
        (patch.name, patch.size, patch.weightG, patch.storage) = (name, size, weightG, storage)
        (patch.hazard, patch.rotation, patch.shelfLifeDays, patch.packing) = (
            hazard, rotation, shelfLifeDays, packing
        )
        patch.track = track.map { Set($0) }
        patch.units = try units.map { (units) throws(Refusal) in try Self.checked(units) }
        patch.barcodes = barcodes?.map(Self.scanKey)
        return patch
    }

    /// As scans are looked up: a trade item's number in fourteen digits.
    private static func scanKey(_ barcode: String) -> String { ScanReading(barcode).gtin ?? barcode }

    private static func checked(_ units: [UnitOfSKU]) throws(Refusal) -> [StockUnit] {
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
                barcodes: unit.barcodes.map(scanKey))
        }
    }
}

extension SKUPatch {
    /// The SKU as it is with this.
    ///
    /// - Throws: where it is new and its size or weight is missing, and where it could never be packed, which is
    ///   refused here, not at the bench.
    func checked(over existing: SKU?) throws(Refusal) -> SKU {
        guard let sku = sku(over: existing) else {
            let missing = (size == nil ? ["size_mm"] : []) + (weightG == nil ? ["weight_g"] : [])
            let others = missing.dropFirst().map { ", as is \($0)" }.joined()
            throw .badParams(param: missing[0], problem: "is missing; it is needed the first time" + others)
        }
        do throws(PackingError) { try sku.item(quantity: 1).check() } catch { throw Refusal(error) }
        return sku
    }
}
