/// How to pack a parcel, in words for a terminal of 40 columns: two lines a piece, in packing order.
///
///     Box S
///     from the floor
///      1. TEA-250G
///         120 × 80, 60 high, back left
///      2. TEA-250G
///         120 × 80, 60 high, 120 right, back
public struct ParcelWords: Sendable {
    /// The width that a packer's screen has.
    public static let columns = 40

    public let lines: [String]

    public init(_ parcel: PackedParcel) {
        var lines = ["Box \(parcel.boxID)"]
        var levelMM: Int?
        for (index, item) in parcel.items.enumerated() {
            if item.at.zMM != levelMM {
                levelMM = item.at.zMM
                lines.append(item.at.zMM == 0 ? "from the floor" : "\(item.at.zMM) mm above the floor")
            }
            let number = index < 9 ? " \(index + 1)" : "\(index + 1)"
            lines.append("\(number). \(item.sku)")
            lines.append(
                "    \(item.size.lengthMM) × \(item.size.widthMM), \(item.size.heightMM) high, \(Self.place(of: item))")
        }
        self.lines = lines.map { $0.count > Self.columns ? $0.prefix(Self.columns - 1) + "…" : $0 }
    }

    /// From the corner at the back left: how far to the right, and how far to the front.
    private static func place(of item: PlacedItem) -> String {
        switch (item.at.xMM, item.at.yMM) {
        case (0, 0): "back left"
        case (let x, 0): "\(x) right, back"
        case (0, let y): "left, \(y) front"
        case (let x, let y): "\(x) right, \(y) front"
        }
    }
}
