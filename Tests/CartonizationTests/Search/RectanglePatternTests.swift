import Testing

@testable import Cartonization

@Suite struct RectanglePatternTests {
    @Test func `five grids hold more than one`() {
        #expect(count(520, 229, 80, 70) == 20)
        #expect(count(235, 229, 80, 70) == 8)
        #expect(count(400, 400, 120, 33) == 39)
    }

    @Test(arguments: RandomOrders.seeds)
    func `rectangles lie inside and apart`(seed: UInt64) {
        var random = RandomOrders(seed: seed)
        let (width, depth) = (1 + random.below(60), 1 + random.below(60))
        let (long, short) = (1 + random.below(20), 1 + random.below(20))
        var work = 0
        let pattern = RectanglePattern(
            width, depth, footprints: [(long, short), (short, long)], effort: 1_000, work: &work)
        var isCovered = [Bool](repeating: false, count: width * depth)
        for grid in pattern.grids {
            for x in grid.x..<(grid.x + grid.columns * grid.width) {
                for y in grid.y..<(grid.y + grid.rows * grid.depth) {
                    #expect(x < width && y < depth && !isCovered[y * width + x])
                    isCovered[y * width + x] = true
                }
            }
        }
        #expect(isCovered.count { $0 } == pattern.count * long * short)
        #expect(pattern.count >= (width / long) * (depth / short))
    }

    private func count(_ width: Int, _ depth: Int, _ long: Int, _ short: Int) -> Int {
        var work = 0
        return RectanglePattern(
            width, depth, footprints: [(long, short), (short, long)], effort: 200_000, work: &work
        ).count
    }
}
