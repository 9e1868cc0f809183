/// The answer: parcels, what could not be packed, and how good that is.
public struct Packing: Hashable, Sendable {
    public let parcels: [PackedParcel]
    public let unpacked: [UnpackedItem]
    /// No packing of the same pieces has fewer parcels.
    public let lowerBound: Int
    /// Whether it is proven that no answer is better by the objective asked for.
    public let isOptimal: Bool
    /// Whether the time allowed ended the search before its effort was spent; then nothing is proven, and
    /// another run may answer otherwise.
    public let isCut: Bool

    public init(
        parcels: [PackedParcel], unpacked: [UnpackedItem], lowerBound: Int, isOptimal: Bool,
        isCut: Bool = false
    ) {
        self.parcels = parcels
        self.unpacked = unpacked
        self.lowerBound = lowerBound
        self.isOptimal = isOptimal
        self.isCut = isCut
    }
}

/// One box with the place of each piece in it.
public struct PackedParcel: Hashable, Sendable {
    public let boxID: String
    /// In an order that can be packed: nothing goes under what is already there.
    public let items: [PlacedItem]
    /// Gross: the box and its contents.
    public let weightG: Int

    public init(boxID: String, items: [PlacedItem], weightG: Int) {
        self.boxID = boxID
        self.items = items
        self.weightG = weightG
    }
}

/// One piece in a box.
public struct PlacedItem: Hashable, Sendable {
    public let sku: String
    /// Into the items asked for.
    public let itemIndex: Int
    /// The corner nearest the origin: x along the box's inner length, y along its width, z up.
    public let at: BoxPosition
    /// As placed, without its padding.
    public let size: Size

    public init(sku: String, itemIndex: Int, at: BoxPosition, size: Size) {
        self.sku = sku
        self.itemIndex = itemIndex
        self.at = at
        self.size = size
    }
}

/// A point in a box, from the inner corner at the floor.
public struct BoxPosition: Hashable, Sendable {
    public let xMM: Int
    public let yMM: Int
    public let zMM: Int

    public init(xMM: Int, yMM: Int, zMM: Int) {
        self.xMM = xMM
        self.yMM = yMM
        self.zMM = zMM
    }
}

/// Pieces that stay behind, and why.
public struct UnpackedItem: Hashable, Sendable {
    public enum Reason: String, Hashable, Sendable {
        case tooLarge = "too_large"
        case tooHeavy = "too_heavy"
        case noBoxLeft = "no_box_left"
        case groupDoesNotFit = "group_does_not_fit"
        case conflictsWithItself = "conflicts_with_itself"
        case notFound = "not_found"
    }

    public let sku: String
    public let itemIndex: Int
    public let quantity: Int
    public let reason: Reason

    public init(sku: String, itemIndex: Int, quantity: Int, reason: Reason) {
        self.sku = sku
        self.itemIndex = itemIndex
        self.quantity = quantity
        self.reason = reason
    }

    /// The reason in words.
    public var why: String {
        switch reason {
        case .tooLarge: "larger than every box in each way it may be turned"
        case .tooHeavy: "heavier than any box that it fits may carry"
        case .noBoxLeft: "no box of a type that it fits is left"
        case .groupDoesNotFit: "the items that must travel with it do not fit one box together"
        case .notFound:
            "no place was found for it, with all that must travel with it, within the effort allowed"
        case .conflictsWithItself: "it must travel with items that must not share its parcel"
        }
    }
}
