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

    @Test func `nothing more goes into a full box, and a loose piece is given a place`() throws {
        let cartonizer = try Cartonizer(boxes: [box("L", 3)])
        let begun = BegunParcel(
            boxID: "L", placed: [], loose: [.init(itemIndex: 1, quantity: 1)], isFull: true)
        let packing = try cartonizer.pack([cubes("A", 2), cubes("B", 1)], around: [begun])
        #expect(packing.parcels.map { $0.items.map(\.sku) } == [["B"], ["A", "A"]])
    }

    @Test func `nothing goes under what is there`() throws {
        // A plate on two posts, and a slab that would fit between them.
        let box = BoxType(id: "S", inner: Size(lengthMM: 300, widthMM: 100, heightMM: 120))
        let post = Item(sku: "POST", quantity: 2, size: Self.cube, weightG: 1, rotation: .none)
        let plate = Item(
            sku: "PLATE", quantity: 1, size: Size(lengthMM: 300, widthMM: 100, heightMM: 20), weightG: 1,
            rotation: .none)
        let slab = Item(
            sku: "SLAB", quantity: 1, size: Size(lengthMM: 100, widthMM: 100, heightMM: 90), weightG: 1,
            rotation: .none)
        let placed = [
            at(0, 0, 0, item: 0, sku: "POST"), at(200, 0, 0, item: 0, sku: "POST"),
            at(0, 0, 100, item: 1, sku: "PLATE", plate.size),
        ]
        let cartonizer = try Cartonizer(boxes: [box], rules: PackingRules(supportShare: 5_000))
        let packing = try cartonizer.pack(
            [post, plate, slab], around: [BegunParcel(boxID: "S", placed: placed)])
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
            BegunParcel(
                boxID: "S", placed: [at(0, 0, 0, item: 0, sku: "A"), at(0, 0, 0, item: 0, sku: "A")]),
            BegunParcel(
                boxID: "S",
                placed: [at(0, 0, 0, item: 0, sku: "A", Size(lengthMM: 1, widthMM: 1, heightMM: 1))]),
            BegunParcel(boxID: "S", placed: [], loose: [.init(itemIndex: 0, quantity: .max)]),
            BegunParcel(boxID: "S", placed: [], loose: [.init(itemIndex: -1, quantity: 1)]),
        ]
        for begun in wrong {
            #expect(throws: PackingError.self) { try cartonizer.pack(items, around: [begun]) }
        }
        let tall = Item(
            sku: "TALL", quantity: 1, size: Size(lengthMM: 200, widthMM: 1, heightMM: 1), weightG: 1)
        #expect(throws: PackingError.begun(box: "S", problem: "does not hold what lies in it by all rules")) {
            try cartonizer.pack(
                [tall],
                around: [BegunParcel(boxID: "S", placed: [], loose: [.init(itemIndex: 0, quantity: 1)])])
        }
    }

    @Test func `what lies loose comes before all that goes in`() throws {
        let flat = Size(lengthMM: 100, widthMM: 100, heightMM: 40)
        let a = Item(
            sku: "A", quantity: 2, size: Size(lengthMM: 100, widthMM: 100, heightMM: 50), weightG: 1,
            rotation: .none)
        let b = Item(sku: "B", quantity: 2, size: flat, weightG: 1, rotation: .none)
        let cartonizer = try Cartonizer(
            boxes: [BoxType(id: "L2", inner: Size(lengthMM: 400, widthMM: 100, heightMM: 110))])
        for items in [[a, b], [b, a]] {
            let loose = BegunParcel.Loose(itemIndex: items[0] == a ? 0 : 1, quantity: 2)
            let packing = try cartonizer.pack(
                items, around: [BegunParcel(boxID: "L2", placed: [], loose: [loose])])
            #expect(packing.parcels.map { $0.items.map(\.sku) } == [["A", "A", "B", "B"]])
        }
    }

    @Test func `nothing goes under what lies loose`() throws {
        // The plate lies on the posts; the slab would fit between them.
        let box = BoxType(id: "S", inner: Size(lengthMM: 300, widthMM: 100, heightMM: 120))
        let post = Item(sku: "POST", quantity: 2, size: Self.cube, weightG: 1, rotation: .none)
        let plate = Item(
            sku: "PLATE", quantity: 1, size: Size(lengthMM: 300, widthMM: 100, heightMM: 20), weightG: 1,
            rotation: .none)
        let slab = Item(
            sku: "SLAB", quantity: 1, size: Size(lengthMM: 100, widthMM: 100, heightMM: 90), weightG: 1,
            rotation: .none)
        let placed = [at(0, 0, 0, item: 0, sku: "POST"), at(200, 0, 0, item: 0, sku: "POST")]
        let begun = BegunParcel(boxID: "S", placed: placed, loose: [.init(itemIndex: 1, quantity: 1)])
        let cartonizer = try Cartonizer(boxes: [box], rules: PackingRules(supportShare: 5_000))
        let packing = try cartonizer.pack([post, plate, slab], around: [begun])
        #expect(packing.parcels.map { $0.items.map(\.sku) } == [["POST", "POST", "PLATE"], ["SLAB"]])
    }

    @Test func `the rest of a bundle goes to the box that it was begun in`() throws {
        let cartonizer = try Cartonizer(boxes: [box("S", 2), box("L", 3)])
        let items = ["A", "B", "C"].map { sku in
            var item = cubes(sku, 1)
            if sku != "A" { item.withGroup = "kit" }
            return item
        }
        let begun = [
            BegunParcel(boxID: "S", placed: [at(0, 0, 0, item: 0, sku: "A")]),
            BegunParcel(boxID: "L", placed: [at(0, 0, 0, item: 1, sku: "B")]),
        ]
        let packing = try cartonizer.pack(items, around: begun)
        #expect(packing.parcels.map { $0.items.map(\.sku) } == [["A"], ["B", "C"]])
    }

    /// Of the parcels of a packing, some are begun: the first pieces put in as planned, of the others some put
    /// in, nobody knows where. What is in a box comes first, moved nowhere, and every rule is kept.
    @Test func `going on from any point keeps every rule and moves nothing`() throws {
        var answered = 0
        for seed in RandomOrders.seeds {
            var random = RandomOrders(seed: seed)
            let site = random.site()
            let items = random.items(for: site.boxes)
            let cartonizer = try Cartonizer(
                boxes: site.boxes, rules: site.rules, profile: site.profile, freight: site.freight,
                effort: 5_000)
            let begun = try cartonizer.pack(items).parcels.filter { _ in random.chance(70) }.map {
                random.begin($0)
            }
            guard let packing = try goOn(with: items, around: begun, by: cartonizer) else { continue }
            answered += 1
            for (parcel, begun) in zip(packing.parcels, begun) {
                expectUnmoved(begun, in: parcel, seed: seed)
            }
            let breaches = PackingChecker(boxes: site.carried, rules: site.rules).breaches(packing, of: items)
                .filter { $0.rule != .emptyParcel || begun.allSatisfy { !$0.placed.isEmpty } }
            #expect(breaches.isEmpty, "seed \(seed): \(breaches.prefix(3))")
        }
        #expect(10 * answered >= 9 * RandomOrders.seeds.count)
    }

    /// Nil where no way was found in which what lies loose keeps the rules; it was put in somehow.
    private func goOn(with items: [Item], around begun: [BegunParcel], by cartonizer: Cartonizer) throws
        -> Packing?
    {
        do throws(PackingError) { return try cartonizer.pack(items, around: begun) } catch {
            if case .begun = error { return nil }
            throw error
        }
    }

    private func expectUnmoved(_ begun: BegunParcel, in parcel: PackedParcel, seed: UInt64) {
        let done = begun.placed.count
        #expect(Array(parcel.items.prefix(done)) == begun.placed, "seed \(seed)")
        let loose = begun.loose.flatMap { [Int](repeating: $0.itemIndex, count: $0.quantity) }.sorted()
        #expect(
            parcel.items.dropFirst(done).prefix(loose.count).map(\.itemIndex).sorted() == loose,
            "seed \(seed)")
        #expect(!begun.isFull || parcel.items.count == done + loose.count, "seed \(seed)")
    }
}

extension RandomOrders {
    /// A parcel of a plan, begun: some pieces placed as planned, some of the others loose.
    fileprivate mutating func begin(_ parcel: PackedParcel) -> BegunParcel {
        let done = below(parcel.items.count + 1)
        var loose: [BegunParcel.Loose] = []
        if chance(60) {
            for piece in parcel.items.dropFirst(done) where chance(50) {
                loose.append(BegunParcel.Loose(itemIndex: piece.itemIndex, quantity: 1))
            }
        }
        return BegunParcel(
            boxID: parcel.boxID, placed: Array(parcel.items.prefix(done)), loose: loose,
            isFull: chance(20) && done + loose.count > 0)
    }
}
