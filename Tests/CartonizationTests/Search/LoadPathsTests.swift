import Testing

@testable import Cartonization

@Suite struct LoadPathsTests {
    /// Two posts, a plate on both, and a weight on it.
    @Test func `a weight goes down through all that carries it`() {
        let paths = LoadPaths()
        for _ in 0..<2 {
            paths.begin()
            paths.book(0)
        }
        func stand(on supports: [(Int, Int64)]) {
            paths.begin()
            for (support, area) in supports { paths.add(support: support, area: area) }
        }
        stand(on: [(0, 30), (1, 10)])
        paths.book(400)
        let limits: [Int64] = [400, 150, 100]
        func carries(_ load: Int64) -> Bool {
            stand(on: [(2, 7)])
            return paths.carry(load) { limits[$0] }
        }
        // The posts have carried 300 and 100 of the plate.
        #expect(carries(100))
        #expect(!carries(101))
        stand(on: [(2, 7)])
        paths.book(100)
        #expect(!carries(1))
        paths.removeAll()
        paths.begin()
        #expect(paths.carry(1) { _ in 0 })
    }
}
