import Cartonization
import Testing

@Suite struct AnswerCacheTests {
    @Test(arguments: RandomOrders.seeds.prefix(20))
    func `the same bytes with and without a cache, whatever was asked before`(seed: UInt64) throws {
        var random = RandomOrders(seed: seed)
        let boxes = random.boxes()
        let orders = (0..<6).map { _ in random.items() }
        let cache = AnswerCache(answersMax: 4)
        let plain = PlanOf(try Cartonizer(boxes: boxes, effort: 5_000))
        let cached = PlanOf(try Cartonizer(boxes: boxes, effort: 5_000, cache: cache))
        for _ in 0..<3 {
            for order in orders + orders.reversed() {
                #expect(try cached.text(order) == plain.text(order))
                #expect(try cached.text(renamed(order)) == plain.text(renamed(order)))
            }
        }
        #expect(cache.hits > 0)
    }

    private struct PlanOf {
        let cartonizer: Cartonizer
        init(_ cartonizer: Cartonizer) { self.cartonizer = cartonizer }
        func text(_ items: [Item]) throws -> String { "\(try cartonizer.pack(items).json)" }
    }

    /// The same question in other words: lines turned round, names changed, one line parted in two.
    private func renamed(_ items: [Item]) -> [Item] {
        var lines = items.reversed().map { item in
            var item = item
            item.sku = "another \(item.sku)"
            return item
        }
        if let first = lines.first, first.quantity > 1 {
            lines[0].quantity -= 1
            var single = first
            single.quantity = 1
            lines.append(single)
        }
        return lines
    }

    private func order(_ edgeMM: Int) -> [Item] {
        [Item(sku: "A", quantity: 1, size: Size(lengthMM: edgeMM, widthMM: 1, heightMM: 1), weightG: 1)]
    }

    @Test func `the answer not asked for longest goes first`() throws {
        let cache = AnswerCache(answersMax: 2)
        let box = BoxType(id: "S", inner: Size(lengthMM: 100, widthMM: 100, heightMM: 100))
        let cartonizer = try Cartonizer(boxes: [box], cache: cache)
        func isKnown(_ edgeMM: Int) throws -> Bool {
            let before = cache.hits
            _ = try cartonizer.pack(order(edgeMM))
            return cache.hits > before
        }
        #expect(try [1, 2, 1, 3].map(isKnown) == [false, false, true, false])
        #expect(try isKnown(1))
        #expect(try !isKnown(2))
    }

    @Test func `other boxes, rules, wishes, effort or seed are another question`() throws {
        let cache = AnswerCache()
        let box = BoxType(id: "S", inner: Size(lengthMM: 100, widthMM: 100, heightMM: 100))
        var dear = box
        dear.cost = 5
        let cartonizers = [
            try Cartonizer(boxes: [box], cache: cache), try Cartonizer(boxes: [dear], cache: cache),
            try Cartonizer(boxes: [box], rules: PackingRules(supportShare: 0), cache: cache),
            try Cartonizer(boxes: [box], profile: .leastVolume, cache: cache),
            try Cartonizer(boxes: [box], effort: 7, cache: cache),
            try Cartonizer(boxes: [box], seed: 7, cache: cache),
        ]
        for cartonizer in cartonizers { _ = try cartonizer.pack(order(5)) }
        #expect(cache.hits == 0)
    }
}
