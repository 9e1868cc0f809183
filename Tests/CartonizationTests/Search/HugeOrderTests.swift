import Testing

@testable import Cartonization

/// Orders far larger than any parcel: the work for one answer is bounded, and the answer is whole.
@Suite struct HugeOrderTests {
    /// Ten thousand where time is given, a hundred where the suite is to be quick.
    private static let lines = RandomOrders.isQuick ? 120 : 10_000
    private static let hall = BoxType(
        id: "H",
        inner: Size(
            lengthMM: PackingLimits.edgeMM, widthMM: PackingLimits.edgeMM, heightMM: PackingLimits.edgeMM))

    private static func differentLines(_ lines: Int = lines) -> [Item] {
        var random = RandomOrders(seed: 5)
        return (0..<lines).map { line in
            Item(
                sku: "\(line)", quantity: 1,
                size: Size(
                    lengthMM: 20 + random.below(280), widthMM: 20 + random.below(280),
                    heightMM: 20 + random.below(280)),
                weightG: 1 + random.below(900))
        }
    }

    private static func boxes(_ count: Int) -> [BoxType] {
        (0..<count).map {
            BoxType(id: "\($0)", inner: Size(lengthMM: 320 + 2 * $0, widthMM: 310 + $0, heightMM: 301 + $0))
        }
    }

    /// Effort bounds the search; when it is spent, each box that completes the answer is filled once, and no
    /// piece may cost more than a few trials of each space in each turn.
    @Test(arguments: [1, PackingLimits.boxTypes])
    func `work stays within the effort and one last fill for each parcel`(types: Int) throws {
        let boxes = types == 1 ? [Self.hall] : Self.boxes(types)
        let (question, _) = try Question.canonical(Self.differentLines(120))
        let effort = 100_000
        let search = PackingSearch(
            question, judge: Judge(boxes: boxes, profile: .fewestParcels, freight: nil),
            rules: PackingRules(),
            supply: boxes.map { _ in .max }, effort: effort, seed: 1)
        let draft = search.solve()
        #expect(draft.leftOverCounts.isEmpty)
        let workPerFill = 120 * 6 * 1_024 * 4
        #expect(search.work < effort + (draft.parcels.count + 1) * workPerFill)
    }

    @Test func `different lines in a box of thirty metres share it`() throws {
        let items = Self.differentLines()
        let packing = try Cartonizer(boxes: [Self.hall]).pack(items)
        // Of thousands, those that are packed in haste leave some room unused.
        #expect(packing.parcels.count <= (RandomOrders.isQuick ? 1 : 10))
        #expect(packing.unpacked.isEmpty)
        if RandomOrders.isQuick {
            #expect(PackingChecker(boxes: [Self.hall]).breaches(packing, of: items).isEmpty)
        }
    }

    /// The rules that depend on other pieces, each given to some of the lines.
    enum LineRule: CaseIterable {
        case topLoad, stackMax, notStackable, fragile, nesting, together, apart

        func apply(to item: inout Item, line: Int) {
            switch self {
            case .topLoad: item.topLoadMaxG = 100 * (line % 20)
            case .stackMax: item.stackMax = 1 + line % 9
            case .notStackable: item.isStackable = line % 3 > 0
            case .fragile: item.isFragile = line % 4 == 0
            case .nesting: if line % 2 == 0 { item.nestMM = 1 + line % 9 }
            case .together: item.withGroup = "\(line / 10 % 40)"
            case .apart:
                item.group = "\(line % 20)"
                item.neverWith = ["\((line + 1) % 20)"]
            }
        }
    }

    @Test(arguments: LineRule.allCases, [0, 3_000, Cartonizer.effortDefault])
    func `rules that depend on other pieces are kept in haste`(rule: LineRule, effort: Int) throws {
        if RandomOrders.isQuick && effort > 3_000 { return }
        var items = Self.differentLines(RandomOrders.isQuick ? 60 : 2_000)
        for line in items.indices {
            items[line].quantity = 1 + line % 3
            rule.apply(to: &items[line], line: line)
        }
        let boxes = [BoxType(id: "M", inner: Size(lengthMM: 600, widthMM: 500, heightMM: 400))]
        let packing = try Cartonizer(boxes: boxes, effort: effort).pack(items)
        #expect(packing.unpacked.allSatisfy { $0.reason == .groupDoesNotFit || $0.reason == .notFound })
        #expect(rule == .together || packing.unpacked.isEmpty)
        let breaches = PackingChecker(boxes: boxes).breaches(packing, of: items)
        #expect(breaches.isEmpty, "\(breaches.prefix(3))")
    }

    @Test func `thousands of nested pieces stand in stacks side by side`() throws {
        let boxes = [BoxType(id: "L", inner: Size(lengthMM: 600, widthMM: 400, heightMM: 400))]
        var bucket = Item(
            sku: "BUCKET", quantity: 5_000, size: Size(lengthMM: 120, widthMM: 120, heightMM: 100), weightG: 1
        )
        bucket.nestMM = 3
        if RandomOrders.isQuick { bucket.quantity = 200 }
        let packing = try Cartonizer(boxes: boxes).pack([bucket])
        #expect(packing.parcels.count == (RandomOrders.isQuick ? 1 : 4))
        #expect(packing.lowerBound == (RandomOrders.isQuick ? 1 : 3))
        #expect(PackingChecker(boxes: boxes).breaches(packing, of: [bucket]).isEmpty)
    }

    @Test func `with the effort spent every piece still has a box`() throws {
        let boxes = Self.boxes(PackingLimits.boxTypes)
        let items = Self.differentLines()
        let packing = try Cartonizer(boxes: boxes, effort: 0).pack(items)
        #expect(packing.unpacked.isEmpty)
        if RandomOrders.isQuick { #expect(PackingChecker(boxes: boxes).breaches(packing, of: items).isEmpty) }
    }
}
