/// A line of what is to be packed: a quantity of one SKU and the rules its pieces bring along.
public struct Item: Hashable, Sendable {
    public var sku: String
    public var quantity: Int
    public var size: Size
    public var weightG: Int

    public var rotation: Rotation = .any
    /// Nothing may stand above it, touching or not.
    public var isFragile = false
    /// Whether another piece may rest on it.
    public var isStackable = true
    /// It must stand on the bottom of the box.
    public var isFloorOnly = false
    /// Each piece travels in a box of its own.
    public var hasOwnBox = false
    /// The most weight that may press on it, its share of all that stands above; nil for no limit.
    public var topLoadMaxG: Int?
    /// The most pieces, itself included, in any stack that it is part of; nil for no limit.
    public var stackMax: Int?
    /// Wrapping on each of its six sides.
    public var paddingMM = 0
    /// How much a piece adds to the height of an upright piece of the same SKU that it is nested on
    /// (buckets, cups); nil where it does not nest.
    public var nestMM: Int?
    /// What kind of goods it is, for ``neverWith`` of other items.
    public var group: String?
    /// Groups that must not share a parcel with it.
    public var neverWith: [String] = []
    /// A name shared by items that must travel in one parcel, together with every item whose ``group`` it is.
    public var withGroup: String?

    public init(sku: String, quantity: Int, size: Size, weightG: Int, rotation: Rotation = .any) {
        self.sku = sku
        self.quantity = quantity
        self.size = size
        self.weightG = weightG
        self.rotation = rotation
    }
}
