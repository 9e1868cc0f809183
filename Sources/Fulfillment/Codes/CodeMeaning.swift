import Domain
import WarehouseLayout

/// What a code may name. One code may name several things; the prompt decides which one is meant.
enum CodeMeaning {
    case bin(Bin)
    case item(ScannedItem)
    case tote(Tote)
    case parcel(ParcelRow)
    case order(Order)
    case station(Station)
    case box(BoxID)
    /// The voided label of a parcel.
    case voidedLabel(ParcelRow)
}

/// Goods that a code names, and the unit whose barcode it is.
struct ScannedItem: CustomStringConvertible {
    let sku: SKU
    let unit: UnitName

    init(_ meaning: ItemMeaning) {
        sku = meaning.sku
        unit = meaning.unit?.name ?? .each
    }

    var description: String {
        guard unit != .each, let pieces = sku.quantity(in: unit) else { return "item \(sku.id)" }
        return "a \(unit.rawValue) of \(pieces) \(sku.id)"
    }
}
