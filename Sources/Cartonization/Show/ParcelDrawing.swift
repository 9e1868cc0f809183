internal import Drawing

/// Pictures of a packed parcel for the person who packs it: the whole box, and a plan of each layer.
///
///     let drawing = ParcelDrawing(packing.parcels[0], box: small, caption: "ORD-1, parcel 1 of 2")
///     drawing.isometric().svg()
///     drawing.layers().map { $0.svg() }
///
/// Pieces are numbered in packing order. Those alike that are put in one after the other, side by side, are
/// one outline with their numbers, `1–12`. A number stands where there is room for it on what is seen; the
/// legend has them all.
public struct ParcelDrawing: Sendable {
    let box: BoxType
    let caption: String?
    let blocks: [PieceBlock]

    /// The longer side of what is drawn, in pixels.
    static let side = 460.0
    static let margin = 34.0

    /// - Parameter caption: what the parcel is, above each picture.
    public init(_ parcel: PackedParcel, box: BoxType, caption: String? = nil) {
        self.box = box
        self.caption = caption
        blocks = PieceBlock.blocks(of: parcel.items[...])
    }

    /// An empty picture with its headline and legend, and what is left between them.
    func page(width: Double, height: Double, title: String, legend: [PieceBlock]) -> (Picture, top: Double) {
        let legend = PictureLegend(legend)
        let lines = [caption, title].compactMap { $0 }
        let top = 14 + 20 * Double(lines.count)
        let textWidth = lines.map { LabelSpots.width(of: $0, size: 14) }.max() ?? 0
        let fullWidth = max(width, legend.width + 20, textWidth + 20)
        var picture = Picture(
            width: fullWidth, height: top + height + legend.height + 10, title: lines.joined(separator: ", "))
        picture.rect(x: 0, y: 0, width: fullWidth, height: picture.height, Style(fill: .white))
        for (index, line) in lines.enumerated() {
            picture.text(line, at: Position(10, 22 + 20 * Double(index)), Font(size: 14, isBold: index == 0))
        }
        legend.draw(at: Position(10, top + height), &picture)
        return (picture, top)
    }

    var boxTitle: String {
        "Box \(box.id), \(box.inner.lengthMM) × \(box.inner.widthMM) × \(box.inner.heightMM) mm"
    }

    /// The same SKU has the same colour in every picture of an order.
    static func color(of item: PlacedItem) -> Color { palette[item.itemIndex % palette.count] }

    private static let palette = [
        0x6BAED6, 0xFDAE6B, 0x74C476, 0x9E9AC8, 0xE377C2, 0xC7B299, 0xBCBD22, 0x66C2A5, 0xF28E8E, 0xA6CEE3,
        0xFFD92F,
        0xB3B3B3,
    ].map { Color(UInt32($0)) }
}
