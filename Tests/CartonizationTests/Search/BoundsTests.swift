import Cartonization
import Testing

/// What answers say is proven holds for the boxes and the items as they are.
@Suite struct BoundsTests {
    private func nesting(_ sku: String, _ quantity: Int = 1, weightG: Int) -> Item {
        var item = Item(
            sku: sku, quantity: quantity, size: Size(lengthMM: 100, widthMM: 100, heightMM: 100),
            weightG: weightG)
        item.nestMM = 5
        return item
    }

    private func box(_ id: String, heightMM: Int) -> BoxType {
        BoxType(id: id, inner: Size(lengthMM: 100, widthMM: 100, heightMM: heightMM))
    }

    @Test(arguments: [10, 11])
    func `only pieces of one SKU nest, whatever they weigh`(weightG: Int) throws {
        let items = [nesting("A", weightG: 10), nesting("B", weightG: weightG)]
        let low = try Cartonizer(boxes: [box("M", heightMM: 110)]).pack(items)
        #expect(low.parcels.count == 2 && low.lowerBound == 2 && low.isOptimal)
        let high = try Cartonizer(boxes: [box("L", heightMM: 205)]).pack(items)
        #expect(high.parcels.count == 1)
        #expect(high.parcels.first?.items.map(\.at.zMM).sorted() == [0, 100])
        let same = try Cartonizer(boxes: [box("M", heightMM: 110)]).pack([nesting("A", 2, weightG: 10)])
        #expect(same.parcels.count == 1 && same.isOptimal)
    }

    @Test func `a bound holds whichever box a lone piece gets of a scarce type`() throws {
        var big = BoxType(id: "BIG", inner: Size(lengthMM: 200, widthMM: 100, heightMM: 100))
        (big.cost, big.supply) = (10_000, 1)
        var small = box("SMALL", heightMM: 100)
        small.cost = 100_000
        var lone = Item(
            sku: "A", quantity: 1, size: Size(lengthMM: 90, widthMM: 90, heightMM: 90), weightG: 1)
        lone.hasOwnBox = true
        let others = Item(
            sku: "B", quantity: 2, size: Size(lengthMM: 95, widthMM: 95, heightMM: 95), weightG: 1)
        let packing = try Cartonizer(boxes: [big, small], profile: .leastCost).pack([lone, others])
        // The lone piece in SMALL and both others in BIG are two.
        #expect(packing.lowerBound <= 2)
    }
}
