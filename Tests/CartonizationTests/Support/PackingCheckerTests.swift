import Cartonization
import Testing

/// The checker itself: for every rule a packing made by hand that breaks this rule and no other.
@Suite struct PackingCheckerTests {
    private static let side = Size(lengthMM: 100, widthMM: 100, heightMM: 100)
    private static let slab = Size(lengthMM: 100, widthMM: 100, heightMM: 50)

    private func box(_ change: (inout BoxType) -> Void = { _ in }) -> BoxType {
        var box = BoxType(id: "S", inner: Self.side)
        change(&box)
        return box
    }

    private func item(
        _ size: Size = slab, quantity: Int = 1, weightG: Int = 10, _ change: (inout Item) -> Void = { _ in }
    ) -> Item {
        var item = Item(sku: "A", quantity: quantity, size: size, weightG: weightG, rotation: .none)
        change(&item)
        return item
    }

    /// A piece of item `index` at a corner.
    private func at(_ x: Int, _ y: Int, _ z: Int, of index: Int = 0, _ size: Size = slab) -> PlacedItem {
        PlacedItem(sku: "A", itemIndex: index, at: BoxPosition(xMM: x, yMM: y, zMM: z), size: size)
    }

    private func rules(
        _ items: [Item], _ parcels: [[PlacedItem]], in box: BoxType? = nil, weightG: Int? = nil,
        boxID: String = "S",
        bound: Int = 1, rules: PackingRules = PackingRules()
    ) -> Set<PackingChecker.Rule> {
        let box = box ?? self.box()
        let packing = Packing(
            parcels: parcels.map { pieces in
                PackedParcel(
                    boxID: boxID, items: pieces,
                    weightG: weightG ?? pieces.reduce(box.tareG) { $0 + items[$1.itemIndex].weightG })
            },
            unpacked: [], lowerBound: bound, isOptimal: false)
        return Set(PackingChecker(boxes: [box], rules: rules).breaches(packing, of: items).map(\.rule))
    }

    @Test func `a sound packing has no breach`() {
        #expect(rules([item(quantity: 2)], [[at(0, 0, 0), at(0, 0, 50)]]) == [])
    }

    @Test func `counts, boxes and weights`() {
        #expect(rules([item()], [[at(0, 0, 0)]], boxID: "T") == [.knownBox])
        #expect(rules([item(quantity: 2)], [[at(0, 0, 0)]]) == [.pieces])
        #expect(rules([item()], [[at(0, 0, 0)]], bound: 2) == [.bound])
        #expect(
            rules([item(quantity: 2)], [[at(0, 0, 0)], [at(0, 0, 0)]], in: box { $0.supply = 1 }) == [.supply]
        )
        #expect(rules([item()], [[at(0, 0, 0)]], in: box { $0.maxGrossG = 9 }) == [.grossWeight])
        #expect(rules([item()], [[at(0, 0, 0)]], weightG: 11) == [.weightClaimed])
        #expect(
            rules([item(quantity: 2)], [[at(0, 0, 0), at(0, 0, 50)]], in: box { $0.maxItems = 1 }) == [
                .maxItems
            ])
        #expect(rules([item()], [[at(0, 0, 0)], []]) == [.emptyParcel])
    }

    @Test func `places and turns`() {
        #expect(rules([item()], [[at(1, 0, 0)]]) == [.inside])
        #expect(rules([item()], [[at(0, 0, 0)]], in: box { $0.clearanceMM = 1 }) == [.inside])
        #expect(rules([item { $0.paddingMM = 1 }], [[at(0, 0, 0)]]) == [.inside])
        #expect(
            rules([item(quantity: 2)], [[at(0, 0, 0), at(0, 0, 49)]], rules: PackingRules(supportShare: 0))
                == [.overlap])
        let turned = Size(lengthMM: 50, widthMM: 100, heightMM: 100)
        #expect(rules([item()], [[at(0, 0, 0, turned)]]) == [.rotation])
        #expect(rules([item { $0.rotation = .standing(on: .widthHeight) }], [[at(0, 0, 0)]]) == [.rotation])
    }

    private func at(_ x: Int, _ y: Int, _ z: Int, _ size: Size) -> PlacedItem { at(x, y, z, of: 0, size) }

    @Test func `company`() {
        let food = item { $0.group = "food" }
        let paint = item { $0.neverWith = ["food"] }
        let stack = [at(0, 0, 0, of: 0), at(0, 0, 50, of: 1)]
        #expect(rules([food, paint], [stack]) == [.neverWith])
        #expect(rules([paint, food], [stack]) == [.neverWith])
        #expect(rules([item { $0.hasOwnBox = true }, item()], [stack]) == [.ownBox])
        let apart = [[at(0, 0, 0, of: 0)], [at(0, 0, 0, of: 1)]]
        #expect(rules([item { $0.withGroup = "food" }, food], apart) == [.withGroup])
        #expect(rules([item { $0.withGroup = "kit" }, item { $0.withGroup = "kit" }], apart) == [.withGroup])
    }

    @Test func `what stands on what`() {
        let narrow = Size(lengthMM: 74, widthMM: 100, heightMM: 50)
        let low = item(narrow)
        let stack = [at(0, 0, 0, of: 0), at(0, 0, 50, of: 1)]
        #expect(rules([low, item()], [[at(0, 0, 0, narrow), at(0, 0, 50, of: 1)]]) == [.support])
        #expect(
            rules(
                [low, item()], [[at(0, 0, 0, narrow), at(0, 0, 50, of: 1)]],
                rules: PackingRules(supportShare: 7_400)) == [])
        let edge = Size(lengthMM: 49, widthMM: 100, heightMM: 50)
        let quarter = PackingRules(supportShare: 2_500)
        let leaning = [at(0, 0, 0, edge), at(0, 0, 50, of: 1)]
        #expect(rules([item(edge), item()], [leaning], rules: quarter) == [.centre])
        #expect(
            rules(
                [item(edge), item()], [leaning],
                rules: PackingRules(supportShare: 2_500, keepsCentreOverSupport: false)) == [])
        #expect(rules([item(), item { $0.isFloorOnly = true }], [stack]) == [.floorOnly])
        #expect(rules([item { $0.isStackable = false }, item()], [stack]) == [.notStackable])
        #expect(rules([item { $0.isFragile = true }, item()], [stack]) == [.fragile])
        #expect(rules([item { $0.topLoadMaxG = 9 }, item()], [stack]) == [.topLoad])
        #expect(rules([item { $0.topLoadMaxG = 10 }, item()], [stack]) == [])
        #expect(rules([item { $0.stackMax = 1 }, item()], [stack]) == [.stack])
        #expect(rules([item(), item { $0.stackMax = 1 }], [stack]) == [.stack])
        #expect(rules([item(), item()], [[at(0, 0, 50, of: 1), at(0, 0, 0, of: 0)]]) == [.sequence])
    }

    @Test func `nested pieces share room by whole steps`() {
        let bucket = item(quantity: 2) { $0.nestMM = 10 }
        #expect(rules([bucket], [[at(0, 0, 0), at(0, 0, 10)]]) == [])
        #expect(rules([bucket], [[at(0, 0, 0), at(0, 0, 9)]]).contains(.overlap))
        #expect(rules([item(quantity: 2)], [[at(0, 0, 0), at(0, 0, 10)]]).contains(.overlap))
    }
}
