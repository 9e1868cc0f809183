/// A larger unit of one SKU: so many pieces with a size, a weight and barcodes of their own.
public struct StockUnit: Hashable, Sendable {
    public let name: UnitName
    /// Pieces in it.
    public let quantity: Int
    public let size: SizeMM?
    public let weightG: Int?
    public let barcodes: [String]

    public init(name: UnitName, quantity: Int, size: SizeMM?, weightG: Int?, barcodes: [String]) {
        self.name = name
        self.quantity = quantity
        self.size = size
        self.weightG = weightG
        self.barcodes = barcodes
    }
}
