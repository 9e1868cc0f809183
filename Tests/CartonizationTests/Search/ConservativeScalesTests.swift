import Cartonization
import Testing

/// What the scales prove is held against packings that exist by construction.
@Suite struct ConservativeScalesTests {
    @Test(arguments: RandomOrders.seeds)
    func `no box that holds its own cuttings is excluded`(seed: UInt64) throws {
        var random = RandomOrders(seed: seed)
        let edges = (0..<3).map { _ in 8 + random.below(20) }
        var parts = [edges]
        for _ in 0..<(2 + random.below(5)) {
            let index = random.below(parts.count)
            let axis = random.below(3)
            let edge = parts[index][axis]
            guard edge > 1 else { continue }
            // Half and half are where scales are easily wrong.
            let at = random.chance(40) && edge % 2 == 0 ? edge / 2 : 1 + random.below(edge - 1)
            var other = parts[index]
            (parts[index][axis], other[axis]) = (at, edge - at)
            parts.append(other)
        }
        let box = BoxType(id: "S", inner: Size(lengthMM: edges[0], widthMM: edges[1], heightMM: edges[2]))
        let items = parts.enumerated().map { index, part in
            Item(
                sku: "\(index)", quantity: 1,
                size: Size(lengthMM: part[0], widthMM: part[1], heightMM: part[2]),
                weightG: 0, rotation: .none)
        }
        let packing = try Cartonizer(boxes: [box], rules: PackingRules(supportShare: 0), effort: 20_000).pack(
            items)
        #expect(packing.lowerBound == 1)
        #expect(!packing.isOptimal || packing.parcels.count == 1)
    }

    @Test func `long pieces that lie across one another exclude a box`() throws {
        let box = BoxType(id: "S", inner: Size(lengthMM: 10, widthMM: 10, heightMM: 10))
        let size = Size(lengthMM: 6, widthMM: 6, heightMM: 6)
        let packing = try Cartonizer(boxes: [box]).pack([Item(sku: "A", quantity: 3, size: size, weightG: 0)])
        #expect(packing.lowerBound == 3)
        #expect(packing.isOptimal)
    }
}
