import Cartonization
import Domain

extension Transaction {
    /// What chooses boxes for these items: the site's box types and how it wants parcels planned.
    func cartonizer(for items: [Item]) throws(Refusal) -> Cartonizer {
        let packing = settings.packing
        let boxes = try store.boxes.all().map { BoxType($0) }
        do throws(PackingError) {
            return try Cartonizer(
                boxes: boxes, rules: packing.rules, profile: packing.profile, freight: packing.freight,
                cache: packingAnswers)
        } catch { throw Refusal(error, of: items) }
    }

    /// So many pieces of a SKU as the packing engine sees them.
    func item(_ id: SKUID, of client: ClientID, quantity: Int) throws(Refusal) -> Item {
        let sku = try sku(id, of: client)
        do throws(PackingError) { return try sku.item(quantity: quantity) } catch {
            throw .fitsNoBox(sku: id.text, why: error.description)
        }
    }
}

extension Refusal {
    /// Why items cannot be planned for.
    init(_ error: PackingError, of items: [Item]) {
        switch error {
        case .noBoxes: self = .notConfigured("no box type is known; write some with box.upsert")
        case .rules: self = .notConfigured("parcels cannot be planned as the settings say: \(error)")
        case .item(let sku, _, _, _): self = .fitsNoBox(sku: sku, why: error.description)
        default: self = .fitsNoBox(sku: items.first?.sku ?? "", why: error.description)
        }
    }
}
