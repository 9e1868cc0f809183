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
        #expect(lines[0] == "Box S")
        #expect(lines[1] == "from the floor")
        #expect(lines[2] == "  1. TEA  120 × 80 mm, 60 high  at the back left")
        #expect(lines[3] == "60 mm above the floor")
    }
}
