import Testing

@testable import Cartonization

@Suite struct ParcelShowTests {
    private let box = BoxType(id: "S", inner: Size(lengthMM: 240, widthMM: 160, heightMM: 180))

    private func piece(_ sku: String, _ index: Int, _ at: (Int, Int, Int), _ size: (Int, Int, Int))
        -> PlacedItem
    {
        PlacedItem(
            sku: sku, itemIndex: index, at: BoxPosition(xMM: at.0, yMM: at.1, zMM: at.2),
            size: Size(lengthMM: size.0, widthMM: size.1, heightMM: size.2))
    }

    /// Eight packs of tea, two by two by two, and beside the upper ones a mug on a book.
    private var parcel: PackedParcel {
        var items: [PlacedItem] = []
        for z in 0..<2 {
            for y in 0..<2 {
                for x in 0..<2 { items.append(piece("TEA", 0, (x * 80, y * 80, z * 60), (80, 80, 60))) }
            }
        }
        items.append(piece("BOOK", 1, (160, 0, 0), (80, 120, 40)))
        items.append(piece("MUG", 2, (160, 0, 40), (80, 80, 100)))
        return PackedParcel(boxID: "S", items: items, weightG: 0)
    }

    @Test func `pieces alike side by side are one block`() {
        let blocks = PieceBlock.blocks(of: parcel.items[...])
        #expect(blocks.map(\.label) == ["1–8", "9", "10"])
        #expect(blocks[0].counts == [2, 2, 2] && blocks[0].end == BoxPosition(xMM: 160, yMM: 160, zMM: 120))
        #expect(blocks[0].layers.map(\.label) == ["1–4", "5–8"])
        #expect(blocks[0].layers.map(\.start.zMM) == [0, 60])
    }

    @Test func `a row that is not whole is no part of a block`() {
        var items = parcel.items
        items.removeSubrange(7..<10)
        #expect(PieceBlock.blocks(of: items[...]).map(\.label) == ["1–4", "5–6", "7"])
    }

    @Test func `a layer ends where a piece stands above another`() {
        let layers = ParcelDrawing(parcel, box: box).layers().map { $0.svg() }
        #expect(layers.count == 3)
        #expect(layers[0].contains("layer 1 of 3, no. 1–4") && layers[0].contains(">1–4<"))
        #expect(layers[1].contains("layer 2 of 3, no. 5–9") && layers[1].contains(">5–8<"))
        #expect(layers[2].contains(">10<") && !layers[2].contains(">1–4<"))
    }

    @Test func `the isometric picture shows numbers, items, sizes and sides`() {
        let svg = ParcelDrawing(parcel, box: box, caption: "ORD-1, parcel 1 of 2").isometric().svg()
        for text in [
            ">ORD-1, parcel 1 of 2<", ">1–8<", ">MUG<", ">front, 240 mm<", ">right, 160 mm<", ">180 mm high<",
            ">8 × TEA, 80 × 80 × 60 mm: no. 1–8<",
        ] { #expect(svg.contains(text), "\(text)") }
    }

    /// The book below the mug is seen at its front only; its number must not stand where the mug is.
    @Test func `what is behind is painted first`() {
        let sorted = IsometricView.backToFront(PieceBlock.blocks(of: parcel.items.reversed()[...]))
        let places = ["TEA", "BOOK", "MUG"].map { sku in sorted.lastIndex { $0.first.sku == sku } ?? -1 }
        #expect(places[1] < places[2])
    }

    @Test func `a text with no room is left out, and the legend has its number`() {
        let tall = BoxType(id: "T", inner: Size(lengthMM: 2_000, widthMM: 40, heightMM: 40))
        let card = PackedParcel(
            boxID: "T", items: [piece("A-LONG-NAME", 0, (0, 0, 0), (10, 40, 40))], weightG: 0)
        let svg = ParcelDrawing(card, box: tall).isometric().svg()
        #expect(!svg.contains(">1<") && svg.contains("no. 1<"))
    }

    @Test func `words say the place from the walls and from what is in already`() {
        #expect(
            ParcelWords(parcel, box: box).places(of: 0..<10, most: 9) == [
                "1–8: 2 across, 2 deep, 2 high, in the left back corner, on the floor; each 80 across, 80 deep, 60 mm high",
                "9: in the right back corner, on the floor; 80 across, 120 deep, 40 mm high",
                "10: in the right back corner, on top of BOOK; 80 across, 80 deep, 100 mm high",
            ])
        #expect(ParcelWords(parcel, box: box).places(of: 0..<10, most: 1).last == "and 2 more places")
        let inner = [
            piece("TEA", 0, (0, 0, 0), (80, 80, 60)), piece("MUG", 1, (80, 0, 0), (80, 80, 60)),
            piece("PEN", 2, (90, 80, 0), (20, 20, 20)), piece("CUP", 3, (90, 80, 300), (20, 20, 20)),
        ]
        let words = ParcelWords(PackedParcel(boxID: "S", items: inner, weightG: 0), box: box)
        #expect(
            words.places(of: 1..<4, most: 9).map { String($0.prefix { $0 != ";" }) } == [
                "2: right of TEA, at the back wall, on the floor",
                "3: 90 mm from the left, in front of MUG, on the floor",
                "4: 90 mm from the left, 80 mm from the back, 300 mm above the floor",
            ])
    }

    @Test func `no line is wider than a packer's screen`() {
        let name = "一个比任何屏幕都宽的名字-LONGER-THAN-ANY-SCREEN-IS-WIDE"
        let rug = PackedParcel(
            boxID: "L", items: [piece(name, 0, (0, 0, 0), (1_240, 890, 1_190))], weightG: 1)
        let lines = ParcelWords(
            rug, box: BoxType(id: "L", inner: Size(lengthMM: 2_500, widthMM: 1_800, heightMM: 1_200))
        ).lines
        #expect(
            lines.allSatisfy { $0.columns <= ParcelWords.columns } && lines.contains { $0.hasSuffix("…") })
    }
}
