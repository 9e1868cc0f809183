import Domain

/// What the packer of an order is told beside its goods.
struct PackingNotes: Equatable {
    var notes: String?
    var isGift = false
    /// What is laid into the parcels.
    var documents: [String] = []
}

/// The notes of orders at the benches, so that not each scan reads a whole order, of up to a thousand lines, for them.
///
/// What was asked for never changes. An order is known by its row, its name and when it was accepted: the row of one
/// whose commit failed may be another's later.
final class PackingNotesCache {
    private struct Key: Hashable {
        let row: OrderRow
        let client: ClientID
        let id: OrderID
        let acceptedAt: Instant

        init(_ order: Order) { (row, client, id, acceptedAt) = (order.row, order.client, order.id, order.acceptedAt) }
    }

    /// More than are packed at a time; where so many are kept, all are forgotten before the next.
    static let ordersMax = 256

    private var kept: [Key: PackingNotes] = [:]

    /// The notes that are kept, or those that are read now.
    func notes(of order: Order, read: () throws(Refusal) -> PackingNotes) throws(Refusal) -> PackingNotes {
        let key = Key(order)
        if let notes = kept[key] { return notes }
        let notes = try read()
        if kept.count >= Self.ordersMax { kept.removeAll(keepingCapacity: true) }
        kept[key] = notes
        return notes
    }
}

extension Transaction {
    /// What the packer of an order is told.
    ///
    /// - Complexity: linear in the order's content when it is asked for first; after that a look-up by hash.
    func packingNotes(of order: Order) throws(Refusal) -> PackingNotes {
        try notesAtBenches.notes(of: order) { () throws(Refusal) in
            let request = try request(of: order)
            return PackingNotes(notes: request.notes, isGift: request.isGift, documents: request.documents)
        }
    }
}
