import Cartonization
import Testing

@Suite struct TurnTests {
    /// A poster across the others carries both the stack of sheets and the book beside it.
    @Test func `a piece is turned the other way where others then have support`() throws {
        let box = BoxType(id: "FLAT", inner: Size(lengthMM: 364, widthMM: 374, heightMM: 40))
        let items = [(230, 330, 6), (210, 297, 3), (210, 297, 4), (148, 210, 32)].enumerated().map {
            Item(
                sku: "\($0)", quantity: 1, size: Size(lengthMM: $1.0, widthMM: $1.1, heightMM: $1.2),
                weightG: 100,
                rotation: .upright)
        }
        #expect(try Cartonizer(boxes: [box]).pack(items).parcels.count == 1)
    }
}
