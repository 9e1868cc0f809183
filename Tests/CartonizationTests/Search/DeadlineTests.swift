import Cartonization
import JSON
import Testing

@Suite struct DeadlineTests {
    @Test(arguments: RandomOrders.seeds.prefix(10))
    func `a deadline that has passed still gives a sound packing, and says so`(seed: UInt64) throws {
        var random = RandomOrders(seed: seed)
        let boxes = random.boxes()
        let items = random.items()
        let cut = try Cartonizer(boxes: boxes).pack(items, budget: .zero)
        #expect(PackingChecker(boxes: boxes).breaches(cut, of: items).isEmpty)
        #expect(!(cut.isCut && cut.isOptimal))
    }

    @Test func `what the deadline cuts is not called optimal, and nothing is cut without one`() throws {
        let box = BoxType(id: "S", inner: Size(lengthMM: 100, widthMM: 100, heightMM: 100))
        let items = (0..<20).map {
            Item(
                sku: "\($0)", quantity: 1, size: Size(lengthMM: 47 + $0, widthMM: 71 - $0, heightMM: 40 + $0),
                weightG: 1)
        }
        let cut = try Cartonizer(boxes: [box]).pack(items, budget: .zero)
        #expect(cut.isCut)
        #expect(!cut.isOptimal)
        #expect(cut.json["cut"] == true)
        let whole = try Cartonizer(boxes: [box], effort: 10_000).pack(items)
        #expect(!whole.isCut)
        #expect(whole.json["cut"] == nil)
    }
}
