import Testing

@testable import Cartonization

@Suite struct ExactFitTests {
    static let seeds = RandomOrders.isQuick ? 1...8 : RandomOrders.seeds

    /// Four pieces around a fifth: no plane parts them without cutting one.
    @Test func `a pinwheel is found`() {
        let pieces = [(3, 2), (2, 3), (3, 2), (2, 3), (1, 1)].map { [Lengths($0.0, $0.1, 5)] }
        expectPacking(pieces, in: Lengths(5, 5, 5), nodes: 10_000)
    }

    @Test func `a pinwheel of pieces that may be turned every way is found`() {
        let pieces = Array(repeating: turns(3, 2, 4), count: 4) + [turns(1, 1, 4)]
        expectPacking(pieces, in: Lengths(5, 5, 4), nodes: 100_000)
    }

    @Test func `what has the volume but no room is excluded`() {
        let pieces = Array(repeating: turns(5, 5, 5), count: 2) + [turns(9, 1, 1)]
        #expect(answer(pieces, in: Lengths(9, 9, 9), nodes: 10_000) == .doesNotFit)
    }

    @Test func `a search without nodes knows nothing`() {
        #expect(answer([turns(1, 1, 1)], in: Lengths(1, 1, 1), nodes: 0) == .unknown)
    }

    @Test func `a packing without a clean cut is proven to be the best`() throws {
        let box = BoxType(id: "S", inner: Size(lengthMM: 50, widthMM: 50, heightMM: 50))
        let wide = Item(
            sku: "W", quantity: 2, size: Size(lengthMM: 30, widthMM: 20, heightMM: 50), weightG: 0,
            rotation: .upright)
        let packing = try Cartonizer(boxes: [box]).pack([
            wide,
            Item(
                sku: "D", quantity: 2, size: Size(lengthMM: 20, widthMM: 30, heightMM: 50), weightG: 0,
                rotation: .none),
            Item(
                sku: "C", quantity: 1, size: Size(lengthMM: 10, widthMM: 10, heightMM: 50), weightG: 0,
                rotation: .none),
        ])
        #expect(packing.parcels.count == 1)
        #expect(packing.isOptimal)
    }

    /// Boxes of at most four steps each way, where every place can be tried.
    @Test(arguments: seeds)
    func `it answers as trying every place does`(seed: UInt64) {
        var random = RandomOrders(seed: seed)
        for _ in 0..<8 {
            let inside = (1 + random.below(4), 1 + random.below(4), 1 + random.below(4))
            let box = Lengths(Int32(inside.0), Int32(inside.1), Int32(inside.2))
            var pieces = (0..<(1 + random.below(4))).map { _ in
                let (x, y, z) = (edge(&random), edge(&random), edge(&random))
                return random.chance(50) ? turns(x, y, z) : [Lengths(x, y, z)]
            }
            if random.chance(50) { pieces.insert(pieces[0], at: 0) }
            let holds = holds(pieces[...], beside: [], in: box)
            if holds {
                expectPacking(pieces, in: box, nodes: 1_000_000)
            } else {
                #expect(answer(pieces, in: box, nodes: 1_000_000) == .doesNotFit, "\(inside) \(pieces)")
            }
        }
    }

    /// Boxes cut into pieces again and again hold them.
    @Test(arguments: seeds)
    func `no box that holds its own cuttings is excluded`(seed: UInt64) {
        var random = RandomOrders(seed: seed)
        let edges = (0..<3).map { _ in 8 + random.below(20) }
        var parts = [edges]
        for _ in 0..<(2 + random.below(10)) {
            let (index, axis) = (random.below(parts.count), random.below(3))
            let edge = parts[index][axis]
            guard edge > 1 else { continue }
            let at = random.chance(40) && edge % 2 == 0 ? edge / 2 : 1 + random.below(edge - 1)
            var other = parts[index]
            (parts[index][axis], other[axis]) = (at, edge - at)
            parts.append(other)
        }
        let isFree = random.chance(50)
        let pieces = parts.sorted { $0.lexicographicallyPrecedes($1) }.map { part in
            let (x, y, z) = (Int32(part[0]), Int32(part[1]), Int32(part[2]))
            return isFree ? turns(x, y, z) : [Lengths(x, y, z)]
        }
        let found = answer(pieces, in: Lengths(Int32(edges[0]), Int32(edges[1]), Int32(edges[2])), nodes: 100)
        #expect(found != .doesNotFit)
    }

    private func edge(_ random: inout RandomOrders) -> Int32 { Int32(1 + random.below(3)) }

    private func turns(_ x: Int32, _ y: Int32, _ z: Int32) -> [Lengths] {
        let all = [(x, y, z), (y, x, z), (x, z, y), (z, x, y), (y, z, x), (z, y, x)].map {
            Lengths($0.0, $0.1, $0.2)
        }
        return all.indices.filter { !all[..<$0].contains(all[$0]) }.map { all[$0] }
    }

    private func answer(_ pieces: [[Lengths]], in box: Lengths, nodes: Int) -> ExactFit.Answer {
        var fit = ExactFit(turns: pieces, inside: box, nodes: nodes)
        return fit.answer()
    }

    private func expectPacking(_ pieces: [[Lengths]], in box: Lengths, nodes: Int) {
        guard case .fits(let places) = answer(pieces, in: box, nodes: nodes) else {
            Issue.record("\(pieces) not found in \(box)")
            return
        }
        #expect(places.count == pieces.count)
        for (index, place) in places.enumerated() {
            #expect(pieces[index].contains(place.edges))
            #expect(place.high.areWithin(box))
            #expect(!places[..<index].contains { $0.intersects(place) })
        }
    }

    private func holds(_ rest: ArraySlice<[Lengths]>, beside placed: [Cuboid], in box: Lengths) -> Bool {
        guard let turns = rest.first else { return true }
        for turn in turns where turn.areWithin(box) {
            for x in 0...(box.x - turn.x) {
                for y in 0...(box.y - turn.y) {
                    for z in 0...(box.z - turn.z) {
                        let low = Lengths(x, y, z)
                        let place = Cuboid(low: low, high: low + turn)
                        if placed.contains(where: { $0.intersects(place) }) { continue }
                        if holds(rest.dropFirst(), beside: placed + [place], in: box) { return true }
                    }
                }
            }
        }
        return false
    }
}
