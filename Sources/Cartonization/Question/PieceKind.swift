/// What packing reads of a piece; pieces of one kind are interchangeable.
struct PieceKind: Hashable {
    /// With padding.
    var size: Size
    var rotation: Rotation
    var weightG: Int
    var paddingMM: Int
    var isFragile: Bool
    var isStackable: Bool
    var isFloorOnly: Bool
    var hasOwnBox: Bool
    var topLoadMaxG: Int
    var stackMax: Int
    /// 0 where the kind does not nest.
    var nestMM: Int
    /// Pieces nest within their own SKU only: its number among those that nest; -1 for the others.
    var nestingSKU: Int
    /// The bit of its own group, 0 for none, and the bits of the groups it must not meet.
    var groupBit: UInt64
    var neverBits: UInt64
    /// Pieces of one bundle travel in one parcel; -1 for none.
    var bundle: Int

    /// Whether it limits what may stand on it.
    var restrictsLoad: Bool {
        isFragile || !isStackable || topLoadMaxG != .max || stackMax != .max
    }

    /// The volume that a further piece needs at least: of a nesting kind, what it adds to a stack.
    var nestedVolumeMM3: Int {
        nestMM == 0 ? size.volumeMM3 : min(size.volumeMM3, size.lengthMM * size.widthMM * nestMM)
    }

    /// Largest first, then by every other field: the order of kinds in a question, whatever the order of
    /// the items was.
    func precedes(_ other: PieceKind) -> Bool {
        sortKey.lexicographicallyPrecedes(other.sortKey)
    }

    private var sortKey: [Int] {
        [
            -size.volumeMM3, size.lengthMM, size.widthMM, size.heightMM, Int(rotation.rawValue), weightG,
            paddingMM, isFragile ? 1 : 0, isStackable ? 1 : 0, isFloorOnly ? 1 : 0, hasOwnBox ? 1 : 0,
            topLoadMaxG, stackMax, nestMM, nestingSKU, Int(bitPattern: UInt(groupBit)),
            Int(bitPattern: UInt(neverBits)),
            bundle,
        ]
    }
}
