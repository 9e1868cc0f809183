import Cartonization
import Testing

@Suite struct AlternativeTests {
    @Test(arguments: RandomOrders.seeds.prefix(20))
    func `no alternative is as good as another one in everything`(seed: UInt64) throws {
        var random = RandomOrders(seed: seed)
        let boxes = random.pricedBoxes()
        let items = random.items()
        let ways = try Cartonizer(boxes: boxes, effort: 20_000).alternatives(for: items)
        #expect((1...3).contains(ways.count))
        for (index, way) in ways.enumerated() {
            let breaches = PackingChecker(boxes: boxes).breaches(way.packing, of: items)
            #expect(breaches.isEmpty, "seed \(seed)")
            for (otherIndex, other) in ways.enumerated() where otherIndex != index {
                let isWorse = zip(amounts(way.totals), amounts(other.totals)).allSatisfy { $0 >= $1 }
                #expect(!isWorse, "seed \(seed): \(way.totals) is no better than \(other.totals)")
            }
        }
    }

    private func amounts(_ totals: Totals) -> [Int] {
        [totals.unpackedPieces, totals.parcels, totals.cost ?? 0, totals.freight, totals.volumeMM3]
    }

    @Test func `one parcel, the cheapest and the smallest are three ways`() throws {
        func box(_ id: String, lengthMM: Int, cost: Int) -> BoxType {
            var box = BoxType(id: id, inner: Size(lengthMM: lengthMM, widthMM: 100, heightMM: 100))
            box.cost = cost
            return box
        }
        let boxes = [
            box("A", lengthMM: 400, cost: 30_000), box("B", lengthMM: 150, cost: 5_000),
            box("C", lengthMM: 100, cost: 20_000),
        ]
        let cube = Item(
            sku: "A", quantity: 2, size: Size(lengthMM: 100, widthMM: 100, heightMM: 100), weightG: 1)
        let ways = try Cartonizer(boxes: boxes).alternatives(for: [cube])
        #expect(ways.map { $0.packing.parcels.map(\.boxID) } == [["A"], ["B", "B"], ["C", "C"]])
        #expect(ways.map(\.profile) == [.fewestParcels, .leastCost, .leastVolume])
        #expect(try Cartonizer(boxes: boxes).alternatives(for: [cube], most: 2).count == 2)
    }
}
