import Cartonization
import Testing

@Suite struct BadInputTests {
    private let box = BoxType(id: "S", inner: Size(lengthMM: 100, widthMM: 100, heightMM: 100))

    @Test(arguments: [0, -1, PackingLimits.edgeMM + 1, .max, .min])
    func `edges out of range are refused by name`(edge: Int) throws {
        let item = Item(
            sku: "A", quantity: 1, size: Size(lengthMM: 1, widthMM: edge, heightMM: 1), weightG: 1)
        #expect(throws: PackingError.self) { try Cartonizer(boxes: [box]).pack([item]) }
        let bad = BoxType(id: "S", inner: Size(lengthMM: edge, widthMM: 1, heightMM: 1))
        #expect(throws: PackingError.self) { try Cartonizer(boxes: [bad]) }
    }

    @Test(arguments: [0, -1, PackingLimits.pieces + 1, .max])
    func `quantities out of range are refused`(quantity: Int) throws {
        let item = Item(
            sku: "A", quantity: quantity, size: Size(lengthMM: 1, widthMM: 1, heightMM: 1), weightG: 1)
        #expect(throws: PackingError.self) { try Cartonizer(boxes: [box]).pack([item, item]) }
    }

    @Test(arguments: [-1, .max, .min])
    func `weights and padding out of range are refused`(amount: Int) throws {
        let size = Size(lengthMM: 1, widthMM: 1, heightMM: 1)
        #expect(throws: PackingError.self) {
            try Cartonizer(boxes: [box]).pack([Item(sku: "A", quantity: 1, size: size, weightG: amount)])
        }
        var padded = Item(sku: "A", quantity: 1, size: size, weightG: 1)
        padded.paddingMM = amount
        #expect(throws: PackingError.self) { try Cartonizer(boxes: [box]).pack([padded]) }
    }

    @Test func `no boxes, two boxes of one name and no items`() throws {
        #expect(throws: PackingError.noBoxes) { try Cartonizer(boxes: []) }
        #expect(throws: PackingError.duplicateBox(id: "S")) { try Cartonizer(boxes: [box, box]) }
        #expect(try Cartonizer(boxes: [box]).pack([]).parcels.isEmpty)
    }
}
