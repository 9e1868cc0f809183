import Domain
import LineProtocol
import Operations
import WarehouseLayout

extension StockReceive: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let floor = try site.floor(of: place)
        let named = Swift.Result<StockKey, Refusal> { () throws(Refusal) in
            try site.stockKey(place, on: floor)
        }
        let received = Swift.Result<Int, Refusal> { () throws(Refusal) in
            try site.sku(sku, of: client).pieces(quantity, unit)
        }
        try Refusal.refuse(for: [named.fault, received.fault].compactMap { $0 })
        let (key, pieces) = (try named.get(), try received.get())
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
    /// The floor on which a caller names a record.
    ///
    /// - Throws: that there is no such warehouse, and then also what is wrong with the goods.
    func floor(of place: StockPlace) throws(Refusal) -> Floor {
        let floor = Result<Floor, Refusal> { () throws(Refusal) in try self.floor(named: place.warehouse) }
        if let fault = floor.fault {
            let goods = Result<SKU, Refusal> { () throws(Refusal) in try self.goods(of: place) }
            try Refusal.refuse(for: [fault, goods.fault].compactMap { $0 })
        }
        return try floor.get()
    }

    /// The record that a caller names, checked against the SKU's tracking and the bin.
    ///
    /// - Throws: what is wrong with the goods, and that the bin is not known.
    func stockKey(_ place: StockPlace, on floor: Floor) throws(Refusal) -> StockKey {
        let goods = Result<SKU, Refusal> { () throws(Refusal) in try self.goods(of: place) }
        let found = Result<Bin, Refusal> { () throws(Refusal) in try self.bin(place.bin, on: floor) }
        try Refusal.refuse(for: [goods.fault, found.fault].compactMap { $0 })
        return StockKey(
            warehouse: floor.warehouse, client: place.client, sku: try goods.get().id, lot: place.lot ?? "",
            expiry: place.expiry, status: place.status, plate: place.plate ?? "", bin: try found.get().code)
    }

    /// The SKU that a caller names, with all that its tracking asks for.
    private func goods(of place: StockPlace) throws(Refusal) -> SKU {
        let sku = try sku(place.sku, of: place.client)
        var faults: [ParamFault] = []
        if sku.track.contains(.lot) && (place.lot ?? "").isEmpty {
            faults.append(ParamFault("lot", "is missing; \(sku.id) is tracked by lot"))
        }
        if sku.track.contains(.expiry) && place.expiry == nil {
            faults.append(ParamFault("expiry", "is missing; \(sku.id) is tracked by expiry"))
        }
        try Refusal.check(faults)
        return sku
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
