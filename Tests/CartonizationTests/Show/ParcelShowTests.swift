import Cartonization
import Testing

@Suite struct ParcelShowTests {
    private func parcel() throws -> (PackedParcel, BoxType) {
        let box = BoxType(id: "S", inner: Size(lengthMM: 120, widthMM: 80, heightMM: 120))
        let tea = Item(sku: "TEA", quantity: 2, size: Size(lengthMM: 120, widthMM: 80, heightMM: 60), weightG: 1)
        return (try Cartonizer(boxes: [box]).pack([tea]).parcels[0], box)
    }

    @Test func `there is one plan for each level`() throws {
        let (parcel, box) = try parcel()
        let layers = ParcelDrawing(parcel, box: box).layers()
        #expect(layers.count == 2)
        #expect(layers[1].svg().contains("from 60 mm"))
    }

    @Test func `the isometric picture numbers every piece`() throws {
        let (parcel, box) = try parcel()
        let svg = ParcelDrawing(parcel, box: box).isometric().svg()
        #expect(svg.contains(">1<") && svg.contains(">2<"))
    }

    @Test func `words lead from the floor up`() throws {
        let lines = ParcelWords(try parcel().0).lines
        #expect(
            lines == [
                "Box S", "from the floor", " 1. TEA", "    120 × 80, 60 high, back left", "60 mm above the floor",
                " 2. TEA", "    120 × 80, 60 high, back left",
            ])
    }

    @Test func `no line is wider than a packer's screen`() throws {
        let box = BoxType(id: "L", inner: Size(lengthMM: 2_500, widthMM: 1_800, heightMM: 1_200))
        let rug = Item(
            sku: "A-RUG-WITH-A-NAME-LONGER-THAN-ANY-SCREEN-IS-WIDE", quantity: 4,
            size: Size(lengthMM: 1_240, widthMM: 890, heightMM: 1_190), weightG: 1, rotation: .none)
        let packing = try Cartonizer(boxes: [box]).pack([rug])
        let lines = packing.parcels.flatMap { ParcelWords($0).lines }
        #expect(lines.allSatisfy { $0.count <= ParcelWords.columns } && lines.contains { $0.hasSuffix("…") })
    }
}
