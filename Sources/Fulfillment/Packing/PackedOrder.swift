import Domain
import Operations

/// What events say of an order that is packed.
extension Transaction {
    /// Parcels with what is in them.
    func packedParcels(_ parcels: [Parcel]) throws(Refusal) -> [PackedParcelData] {
        var list: [PackedParcelData] = []
        for parcel in parcels {
            let picks = try store.picks.picks(of: parcel.row).filter { $0.state == .packed }
            list.append(
                PackedParcelData(
                    sscc: parcel.sscc ?? "", box: parcel.box, weightG: parcel.weightG ?? 0,
                    items: PickedPieces.summed(picks)))
        }
        return list
    }

    /// The lines of an order that are not whole in its parcels.
    func shortLines(of order: Order) throws(Refusal) -> [OrderShort.Line] {
        var short: [OrderShort.Line] = []
        let picks = Dictionary(grouping: try store.picks.picks(of: order.row), by: \.line)
        for line in try store.orders.lines(of: order.row) {
            let ofLine = picks[line.line] ?? []
            let packed = ofLine.filter { $0.state == .packed }.reduce(0) { $0 + $1.quantity }
            guard packed < line.quantity else { continue }
            short.append(
                .init(
                    line: line.line, sku: line.sku, missing: line.quantity - packed,
                    reason: ofLine.lazy.compactMap(\.reason).first ?? "missing"))
        }
        return short
    }
}
