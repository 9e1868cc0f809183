public import Domain

/// A larger unit of the same goods.
public struct UnitOfSKU: Record, Equatable {
    public var unit = UnitName.case
    public var quantity = 1
    public var size: SizeMM?
    public var weightG: Int?
    public var barcodes: [String] = []

    public init() {}

    public init(_ unit: StockUnit) {
        self.unit = unit.name
        quantity = unit.quantity
        size = unit.size
        weightG = unit.weightG
        barcodes = unit.barcodes
    }

    public var stockUnit: StockUnit {
        StockUnit(name: unit, quantity: quantity, size: size, weightG: weightG, barcodes: barcodes)
    }

    public static let fields: [Field<UnitOfSKU>] = [
        .required("unit", \.unit, .word(), "The unit."),
        .required("qty", \.quantity, .quantity, "Pieces in it."),
        .optional("size_mm", \.size, .sizeMM, "Its size."),
        .optional("weight_g", \.weightG, .weightG, "Its weight."),
        .list("barcodes", \.barcodes, of: .anyID, max: 50, "Codes printed on it."),
    ]
}
