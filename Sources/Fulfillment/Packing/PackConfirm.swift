import Domain
import Operations

/// The label that is on the box has been scanned.
extension PackConfirm: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let parcel = try site.parcel(code: self.parcel)
        let order = try site.order(parcel.order)
        let code = self.code.trimmed
        guard parcel.isLabelled(with: ScanReading(code)) else {
            let floor = try site.floor(order.warehouse)
            throw parcel.wrongLabel(scanned: code, scannedIs: try site.whatIs(code, on: floor))
        }
        let labelled = try site.confirmLabel(on: parcel, of: order)
        try site.moveBenches(at: labelled, notice: .parcelLabelled(parcel.row))
        var result = Result()
        (result.parcel, result.state) = (parcel.row, labelled.state)
        return result
    }
}

extension Transaction {
    /// The parcel is labelled; with the last one of an order, the order is packed.
    func confirmLabel(on parcel: Parcel, of order: Order) throws(Refusal) -> Parcel {
        var labelled = try store.parcels.move(parcel, to: .labelled)
        let parcels = try store.parcels.parcels(of: order.row)
        var data = ParcelLabelled()
        (data.order, data.sscc, data.number, data.parcels) = (
            order.id, labelled.sscc ?? "", labelled.number, parcels.count
        )
        (data.box, data.weightG) = (labelled.box, labelled.weightG ?? 0)
        labelled = try store.parcels.record(labelledEvent: try emit(data, of: order), of: labelled.row)
        let stage = try refreshStage(of: order.row)
        if stage.after == .packed && stage.before != .packed { try emitPacked(order, parcels) }
        return labelled
    }

    private func emitPacked(_ order: Order, _ parcels: [Parcel]) throws(Refusal) {
        for tote in try store.totes.totes(of: order.row) { try store.totes.move(tote, to: .free) }
        let request = try request(of: order)
        var data = OrderPacked()
        (data.order, data.driver) = (order.id, order.driver)
        data.parcels = try packedParcels(parcels)
        data.short = try shortLines(of: order)
        (data.notes, data.isGift, data.documents) = (request.notes, request.isGift, request.documents)
        try store.orders.note(packedEvent: try emit(data, of: order), of: order.row)
    }
}
