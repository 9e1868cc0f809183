import Cartonization
import Testing

/// What stays behind, and why.
@Suite struct LeftBehindTests {
    private let box = BoxType(id: "S", inner: Size(lengthMM: 100, widthMM: 100, heightMM: 100))

    private func item(
        _ sku: String, _ quantity: Int = 1, edgeMM: Int = 50, _ change: (inout Item) -> Void = { _ in }
    )
        -> Item
    {
        var item = Item(
            sku: sku, quantity: quantity, size: Size(lengthMM: edgeMM, widthMM: edgeMM, heightMM: edgeMM),
            weightG: 1)
        change(&item)
        return item
    }

    private func reasons(_ items: [Item], in box: BoxType? = nil) throws -> [String: UnpackedItem.Reason] {
        let packing = try Cartonizer(boxes: [box ?? self.box]).pack(items)
        return Dictionary(packing.unpacked.map { ($0.sku, $0.reason) }) { first, _ in first }
    }

    @Test func `a bundle is not torn where one of it can never be packed`() throws {
        let items = [
            item("BIG", edgeMM: 101) { $0.withGroup = "kit" }, item("SMALL") { $0.withGroup = "kit" },
            item("OTHER"),
        ]
        #expect(try reasons(items) == ["BIG": .tooLarge, "SMALL": .groupDoesNotFit])
    }

    @Test func `a group that must not meet itself cannot travel together`() throws {
        let apart = item("A", 2) {
            $0.group = "a"
            $0.neverWith = ["a"]
            $0.withGroup = "kit"
        }
        #expect(try reasons([apart]) == ["A": .conflictsWithItself])
    }

    @Test func `a bundle with more volume than any box does not fit`() throws {
        #expect(try reasons([item("A", 9) { $0.withGroup = "kit" }]) == ["A": .groupDoesNotFit])
    }

    @Test
    func `without a box the bound is none, and nothing is called optimal that was left for want of effort`()
        throws
    {
        var none = box
        none.supply = 0
        let packing = try Cartonizer(boxes: [none]).pack([item("A", 9)])
        #expect(packing.parcels.isEmpty)
        #expect(packing.lowerBound == 0)
        #expect(packing.unpacked.map(\.reason) == [.noBoxLeft])
    }

    @Test func `boxes that cannot be are refused by name`() {
        var inside = box
        inside.outer = Size(lengthMM: 100, widthMM: 99, heightMM: 110)
        var heavy = box
        heavy.tareG = 101
        heavy.maxGrossG = 100
        for box in [inside, heavy] { #expect(throws: PackingError.self) { try Cartonizer(boxes: [box]) } }
    }
}
