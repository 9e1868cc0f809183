import Domain
import LineProtocol
import Operations
import WarehouseLayout

extension StockReceive: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let floor = try site.floor(named: warehouse)
        let key = try site.stockKey(place, on: floor)
        let pieces = try site.sku(key.sku, of: key.client).pieces(quantity, unit)
        let record = try site.store.stock.add(pieces, to: key, receivedAt: site.now)
        try site.store.accounts.record(pieces, as: .received, of: key.goods)
        try site.renewPromises(of: key.sku, key.client, on: floor)
        try site.emitStockChange(
            key, by: pieces, onHand: record.onHand, reason: .receipt, reference: reference)
        var result = Result()
        (result.stock, result.bin, result.onHand) = (record.row, key.bin, record.onHand)
        return result
    }
}

extension StockReceive {
    fileprivate var place: StockPlace {
        var place = StockPlace()
        (place.bin, place.sku, place.lot, place.expiry) = (bin, sku, lot, expiry)
        (place.status, place.plate, place.warehouse, place.client) = (status, plate, warehouse, client)
        return place
    }
}

extension Transaction {
    /// The record that a caller names, checked against the SKU's tracking and the bin.
    func stockKey(_ place: StockPlace, on floor: Floor) throws(Refusal) -> StockKey {
        let sku = try sku(place.sku, of: place.client)
        let bin = try bin(place.bin, on: floor)
        let lot = place.lot ?? ""
        var faults: [ParamFault] = []
        if sku.track.contains(.lot) && lot.isEmpty {
            faults.append(ParamFault("lot", "is missing; \(sku.id) is tracked by lot"))
        }
        if sku.track.contains(.expiry) && place.expiry == nil {
            faults.append(ParamFault("expiry", "is missing; \(sku.id) is tracked by expiry"))
        }
        try Refusal.check(faults)
        return StockKey(
            warehouse: floor.warehouse, client: place.client, sku: sku.id, lot: lot, expiry: place.expiry,
            status: place.status, plate: place.plate ?? "", bin: bin.code)
    }

    /// - Parameters:
    ///   - onHand: what lies in the record now.
    ///   - reference: a receipt's own number.
    func emitStockChange(
        _ key: StockKey, by quantity: Int, onHand: Int, reason: StockChangeReason, reference: String? = nil
    ) throws(Refusal) {
        var data = StockChanged()
        (data.sku, data.bin, data.change, data.onHand) = (key.sku, key.bin, quantity, onHand)
        (data.status, data.reason, data.reference) = (key.status, reason, reference)
        data.lot = key.lot.isEmpty ? nil : key.lot
        data.expiry = key.expiry?.description
        data.plate = key.plate.isEmpty ? nil : key.plate
        try emit(data, of: key.sku.text, in: key.warehouse, client: key.client)
    }
}
