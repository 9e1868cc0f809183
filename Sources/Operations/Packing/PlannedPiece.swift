public import Domain

/// One piece of a parcel and its place in the box.
public struct PlannedPiece: Record, Equatable {
    public var sku = SKUID("")
    /// Its left, back and lower corner.
    public var at = PositionMM(across: 0, deep: 0, up: 0)
    /// As it stands there.
    public var size = SizeMM(length: 1, width: 1, height: 1)

    public init() {}

    public init(sku: SKUID, at: PositionMM, size: SizeMM) {
        self.sku = sku
        self.at = at
        self.size = size
    }

    public static let fields: [Field<PlannedPiece>] = [
        .required("sku", \.sku, .sku, "The goods."),
        .required(
            "at_mm", \.at, .positionMM,
            "Its left back lower corner: across, deep and up from that of the box, in mm."),
        .required("size_mm", \.size, .sizeMM, "How it stands there: across, deep and high."),
    ]
}
