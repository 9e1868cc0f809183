import Testing

@testable import Cartonization

@Suite struct TopIndexTests {
    @Test func `a list keeps the order in which pieces came, and forgets them`() {
        let index = TopIndex()
        let placed = UnsafeMutablePointer<PlacedPiece>.allocate(capacity: 3)
        defer {
            index.deallocate()
            placed.deallocate()
        }
        for (position, top) in [Int32(10), 20, 10].enumerated() {
            (placed + position).initialize(
                to: PlacedPiece(
                    kind: 0, depth: 1, stackLimit: .max, isNested: false,
                    place: Cuboid(x0: 0, y0: 0, z0: 0, x1: 1, y1: 1, z1: top)))
            index.append(position, placed)
        }
        #expect(index.first(at: 10) == 0)
        #expect(placed[0].nextOnList == 2)
        #expect(placed[2].nextOnList == -1)
        #expect(index.count(at: 10) == 2)
        #expect(index.first(at: 20) == 1)
        index.removeAll(placed, count: 3)
        #expect(index.first(at: 10) == -1)
        #expect(index.count(at: 20) == 0)
    }
}
