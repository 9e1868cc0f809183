/// A box that somebody has begun to fill: what is in it stays in it, and the rest is planned around it.
public struct BegunParcel: Hashable, Sendable {
    /// Pieces of one item that are in the box, nobody knows where.
    public struct Loose: Hashable, Sendable {
        public let itemIndex: Int
        public let quantity: Int

        public init(itemIndex: Int, quantity: Int) {
            self.itemIndex = itemIndex
            self.quantity = quantity
        }
    }

    public let boxID: String
    /// The pieces whose places are known, in the order in which they were put in.
    public let placed: [PlacedItem]
    public let loose: [Loose]
    /// Whether nothing more is to go in.
    public let isFull: Bool

    public init(boxID: String, placed: [PlacedItem], loose: [Loose] = [], isFull: Bool = false) {
        self.boxID = boxID
        self.placed = placed
        self.loose = loose
        self.isFull = isFull
    }
}
