/// How to pack a parcel, in words for a terminal: one line a piece, in packing order.
///
///     Box S
///     from the floor
///       1. TEA-250G  120 × 80 mm, 60 high  at the back left
///       2. TEA-250G  120 × 80 mm, 60 high  120 from the left, at the back
public struct ParcelWords: Sendable {
    public let lines: [String]

    public init(_ parcel: PackedParcel) {
        var lines = ["Box \(parcel.boxID)"]
        var levelMM: Int?
        for (index, item) in parcel.items.enumerated() {
            if item.at.zMM != levelMM {
                levelMM = item.at.zMM
                lines.append(item.at.zMM == 0 ? "from the floor" : "\(item.at.zMM) mm above the floor")
            }
            lines.append(
                "  \(index + 1). \(item.sku)  \(item.size.lengthMM) × \(item.size.widthMM) mm, "
                    + "\(item.size.heightMM) high  \(Self.place(of: item))")
        }
        self.lines = lines
    }

    private static func place(of item: PlacedItem) -> String {
        switch (item.at.xMM, item.at.yMM) {
        case (0, 0): "at the back left"
        case (let x, 0): "\(x) from the left, at the back"
        case (0, let y): "at the left, \(y) from the back"
        case (let x, let y): "\(x) from the left, \(y) from the back"
        }
    }
}
