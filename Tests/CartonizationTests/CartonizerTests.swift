import Cartonization
import Testing

@Suite struct CartonizerTests {
    @Test(arguments: RandomOrders.seeds.prefix(10))
    func `the same question has the same answer, in whatever order its lines come`(seed: UInt64) throws {
        var random = RandomOrders(seed: seed)
        let boxes = random.boxes()
        let items = random.items()
        let cartonizer = try Cartonizer(boxes: boxes, effort: 30_000, seed: seed)
        let packing = try cartonizer.pack(items)
        #expect(try cartonizer.pack(items) == packing)
        let turned = try cartonizer.pack(items.reversed())
        #expect(turned.parcels.map(\.boxID) == packing.parcels.map(\.boxID))
    }

    @Test func `four packs of tea fill the small box`() throws {
        let small = BoxType(id: "S", inner: Size(lengthMM: 240, widthMM: 160, heightMM: 100))
        let tea = Item(
            sku: "TEA-250G", quantity: 4, size: Size(lengthMM: 120, widthMM: 80, heightMM: 60), weightG: 270)
        let packing = try Cartonizer(boxes: [small]).pack([tea])
        #expect(packing.parcels.count == 1)
        #expect(packing.isOptimal)
        #expect(packing.lowerBound == 1)
        #expect(packing.parcels[0].weightG == 1_080)
    }

    @Test func `what cannot be packed is named with the reason`() throws {
        var box = BoxType(id: "S", inner: Size(lengthMM: 100, widthMM: 100, heightMM: 100))
        box.maxGrossG = 500
        box.supply = 1
        let cube = Size(lengthMM: 90, widthMM: 90, heightMM: 90)
        let items = [
            Item(sku: "LONG", quantity: 1, size: Size(lengthMM: 101, widthMM: 1, heightMM: 1), weightG: 1),
            Item(sku: "LEAD", quantity: 1, size: cube, weightG: 501),
            Item(sku: "CUBE", quantity: 3, size: cube, weightG: 1),
        ]
        let packing = try Cartonizer(boxes: [box]).pack(items)
        #expect(packing.unpacked.map(\.reason) == [.tooLarge, .tooHeavy, .noBoxLeft])
        #expect(packing.unpacked.map(\.quantity) == [1, 1, 2])
    }

    @Test func `items of one bundle share a parcel, enemies do not`() throws {
        let box = BoxType(id: "S", inner: Size(lengthMM: 200, widthMM: 100, heightMM: 100))
        let cube = Size(lengthMM: 100, widthMM: 100, heightMM: 100)
        var first = Item(sku: "A", quantity: 1, size: cube, weightG: 1)
        var second = Item(sku: "B", quantity: 1, size: cube, weightG: 1)
        var third = Item(sku: "C", quantity: 1, size: cube, weightG: 1)
        first.withGroup = "kit"
        third.withGroup = "kit"
        second.neverWith = ["soap"]
        third.group = "soap"
        let items = [first, second, third]
        let packing = try Cartonizer(boxes: [box]).pack(items)
        #expect(packing.parcels.map { Set($0.items.map(\.sku)) } == [["A", "C"], ["B"]])
    }

    @Test func `buckets nest`() throws {
        let box = BoxType(id: "S", inner: Size(lengthMM: 100, widthMM: 100, heightMM: 190))
        var bucket = Item(
            sku: "BUCKET", quantity: 10, size: Size(lengthMM: 100, widthMM: 100, heightMM: 100), weightG: 1,
            rotation: .upright)
        bucket.nestMM = 10
        let packing = try Cartonizer(boxes: [box]).pack([bucket])
        #expect(packing.parcels.count == 1)
        #expect(packing.parcels[0].items.map(\.at.zMM) == (0..<10).map { $0 * 10 })
    }

    @Test func `five thousand pieces of one kind are packed`() throws {
        let box = BoxType(id: "S", inner: Size(lengthMM: 400, widthMM: 300, heightMM: 200))
        let items = [
            Item(sku: "A", quantity: 5_000, size: Size(lengthMM: 100, widthMM: 50, heightMM: 40), weightG: 1)
        ]
        let packing = try Cartonizer(boxes: [box]).pack(items)
        #expect(packing.parcels.count == 42)
        #expect(packing.isOptimal)
    }
}
