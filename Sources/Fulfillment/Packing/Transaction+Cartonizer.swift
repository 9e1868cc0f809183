import Domain
import Cartonization

extension Transaction {
    /// What chooses boxes for these items: the site's box types and how it wants parcels planned.
    func cartonizer(for items: [Item]) throws(Refusal) -> Cartonizer {
        let packing = settings.packing
        var boxes: [BoxType] = []
        for row in try rows("SELECT * FROM box ORDER BY box") { boxes.append(try boxType(row)) }
        do throws(PackingError) {
            return try Cartonizer(
                boxes: boxes, rules: packing.rules, profile: packing.profile, freight: packing.freight,
                cache: packingAnswers)
        } catch { throw Refusal(error, of: items) }
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
