import Cartonization
import Testing

@Suite struct BegunParcelTests {
    private static let cube = Size(lengthMM: 100, widthMM: 100, heightMM: 100)

    private func box(_ id: String, _ cubes: Int) -> BoxType {
        BoxType(id: id, inner: Size(lengthMM: 100 * cubes, widthMM: 100, heightMM: 100))
    }

    private func cubes(_ sku: String, _ quantity: Int) -> Item {
        Item(sku: sku, quantity: quantity, size: Self.cube, weightG: 10)
    }

    private func at(_ x: Int, _ y: Int, _ z: Int, item: Int, sku: String, _ size: Size = cube) -> PlacedItem {
        PlacedItem(sku: sku, itemIndex: item, at: BoxPosition(xMM: x, yMM: y, zMM: z), size: size)
    }

    @Test func `what is placed stays, the rest goes in beside it`() throws {
        let cartonizer = try Cartonizer(boxes: [box("S", 2), box("L", 3)])
        let begun = BegunParcel(boxID: "L", placed: [at(100, 0, 0, item: 1, sku: "B")])
        let packing = try cartonizer.pack([cubes("A", 2), cubes("B", 1)], around: [begun])
        #expect(packing.parcels.map(\.boxID) == ["L"])
        #expect(packing.parcels[0].items.map(\.sku) == ["B", "A", "A"])
        #expect(packing.parcels[0].items.map(\.at.xMM) == [100, 0, 200])
        #expect(packing.isOptimal)
    }

    @Test func `what does not fit any more goes into further boxes`() throws {
        let cartonizer = try Cartonizer(boxes: [box("S", 1), box("L", 3)])
        let begun = BegunParcel(boxID: "S", placed: [at(0, 0, 0, item: 0, sku: "A")])
        let packing = try cartonizer.pack([cubes("A", 2), cubes("B", 2)], around: [begun])
        #expect(packing.parcels.map(\.boxID) == ["S", "L"])
        #expect(packing.parcels.map(\.items.count) == [1, 3])
    }

    @Test func `a full box takes nothing more, and a loose piece is given a place`() throws {
        let cartonizer = try Cartonizer(boxes: [box("L", 3)])
        let begun = BegunParcel(boxID: "L", placed: [], loose: [.init(itemIndex: 1, quantity: 1)], isFull: true)
        let packing = try cartonizer.pack([cubes("A", 2), cubes("B", 1)], around: [begun])
        #expect(packing.parcels.map { $0.items.map(\.sku) } == [["B"], ["A", "A"]])
    }

    @Test func `nothing goes under what is there`() throws {
        // A plate on two posts, and a slab that would fit between them.
        let box = BoxType(id: "S", inner: Size(lengthMM: 300, widthMM: 100, heightMM: 120))
        let post = Item(sku: "POST", quantity: 2, size: Self.cube, weightG: 1, rotation: .none)
        let plate = Item(sku: "PLATE", quantity: 1, size: Size(lengthMM: 300, widthMM: 100, heightMM: 20), weightG: 1, rotation: .none)
        let slab = Item(sku: "SLAB", quantity: 1, size: Size(lengthMM: 100, widthMM: 100, heightMM: 90), weightG: 1, rotation: .none)
        let placed = [
            at(0, 0, 0, item: 0, sku: "POST"), at(200, 0, 0, item: 0, sku: "POST"), at(0, 0, 100, item: 1, sku: "PLATE", plate.size),
        ]
        let cartonizer = try Cartonizer(boxes: [box], rules: PackingRules(supportShare: 5_000))
        let packing = try cartonizer.pack([post, plate, slab], around: [BegunParcel(boxID: "S", placed: placed)])
        #expect(packing.parcels.map { $0.items.map(\.sku) } == [["POST", "POST", "PLATE"], ["SLAB"]])
    }

    @Test func `what cannot be is refused by name`() throws {
        let cartonizer = try Cartonizer(boxes: [box("S", 1)])
        let items = [cubes("A", 1)]
        let wrong = [
            BegunParcel(boxID: "T", placed: []),
            BegunParcel(boxID: "S", placed: [at(0, 0, 0, item: 1, sku: "B")]),
            BegunParcel(boxID: "S", placed: [at(1, 0, 0, item: 0, sku: "A")]),
            BegunParcel(boxID: "S", placed: [at(.max, .min, 0, item: 0, sku: "A")]),
            BegunParcel(boxID: "S", placed: [at(0, 0, 0, item: 0, sku: "A"), at(0, 0, 0, item: 0, sku: "A")]),
            BegunParcel(boxID: "S", placed: [at(0, 0, 0, item: 0, sku: "A", Size(lengthMM: 1, widthMM: 1, heightMM: 1))]),
            BegunParcel(boxID: "S", placed: [], loose: [.init(itemIndex: 0, quantity: .max)]),
            BegunParcel(boxID: "S", placed: [], loose: [.init(itemIndex: -1, quantity: 1)]),
        ]
        for begun in wrong {
            #expect(throws: PackingError.self) { try cartonizer.pack(items, around: [begun]) }
        }
        let tall = Item(sku: "TALL", quantity: 1, size: Size(lengthMM: 200, widthMM: 1, heightMM: 1), weightG: 1)
        #expect(throws: PackingError.begun(box: "S", problem: "does not hold what lies in it by all rules")) {
            try cartonizer.pack([tall], around: [BegunParcel(boxID: "S", placed: [], loose: [.init(itemIndex: 0, quantity: 1)])])
        }
    }

    /// The first pieces of a packing are put in as planned, the others are planned anew; or they are put in,
    /// nobody knows where.
    @Test(arguments: RandomOrders.seeds)
    func `going on from any point keeps every rule and moves nothing`(seed: UInt64) throws {
        var random = RandomOrders(seed: seed)
        let site = random.site()
        let items = random.items(for: site.boxes)
        let cartonizer = try Cartonizer(
            boxes: site.boxes, rules: site.rules, profile: site.profile, freight: site.freight, effort: 5_000)
        guard let first = try cartonizer.pack(items).parcels.first else { return }
        let done = random.below(first.items.count + 1)
        let begun = BegunParcel(boxID: first.boxID, placed: Array(first.items.prefix(done)), isFull: random.chance(20) && done > 0)
        let packing = try cartonizer.pack(items, around: [begun])
        #expect(Array(packing.parcels[0].items.prefix(done)) == begun.placed)
        #expect(!begun.isFull || packing.parcels[0].items.count == done)
        let breaches = PackingChecker(boxes: site.carried, rules: site.rules).breaches(packing, of: items)
            .filter { done > 0 || $0.rule != .emptyParcel }
        #expect(breaches.isEmpty, "seed \(seed): \(breaches.prefix(3))")
    }
}
