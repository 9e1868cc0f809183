import Cartonization
import Testing

@Suite struct ObjectiveProfileTests {
    private static let edge = 100
    private static let cube = Size(lengthMM: edge, widthMM: edge, heightMM: edge)

    private func box(_ id: String, cubes: Int, cost: Int) -> BoxType {
        var box = BoxType(
            id: id, inner: Size(lengthMM: Self.edge * cubes, widthMM: Self.edge, heightMM: Self.edge))
        box.cost = cost
        return box
    }

    private func cubes(_ count: Int, weightG: Int = 100) -> [Item] {
        [Item(sku: "CUBE", quantity: count, size: Self.cube, weightG: weightG)]
    }

    /// One box for three cubes at 3.00, or three for one at 0.50 each; one of ten at 2.50.
    private var boxes: [BoxType] {
        [
            box("ONE", cubes: 1, cost: 5_000), box("THREE", cubes: 3, cost: 30_000),
            box("TEN", cubes: 10, cost: 25_000),
        ]
    }

    @Test(arguments: [
        (ObjectiveProfile.fewestParcels, ["TEN"]),
        (.leastCost, ["ONE", "ONE", "ONE"]),
        (.leastVolume, ["THREE"]),
    ])
    func `each profile gets what it wants most, proven`(profile: ObjectiveProfile, expected: [String]) throws
    {
        let packing = try Cartonizer(boxes: boxes, profile: profile).pack(cubes(3))
        #expect(packing.parcels.map(\.boxID) == expected)
        #expect(packing.isOptimal)
    }

    @Test func `freight makes two light parcels cheaper than one heavy one, until handling is counted`()
        throws
    {
        let steps = [
            FreightTable.Step(toG: 1_000, price: 30_000), FreightTable.Step(toG: 2_000, price: 70_000),
        ]
        func parcels(handling: Int) throws -> Int {
            let freight = FreightTable(steps: steps, handling: handling)
            let packing = try Cartonizer(boxes: boxes, profile: .leastCost, freight: freight).pack(
                cubes(2, weightG: 900))
            #expect(packing.isOptimal)
            return packing.parcels.count
        }
        // Twice 3.00 and two boxes at 0.50 are 7.00; once 7.00 and a box at 2.50 are 9.50.
        #expect(try parcels(handling: 0) == 2)
        #expect(try parcels(handling: 24_999) == 2)
        #expect(try parcels(handling: 25_001) == 1)
    }

    @Test func `bulk is billed where it outweighs`() throws {
        // 10 × 1 × 1 dm are 10 L: 2,000 g at 5,000 cm³ a kg.
        let freight = FreightTable(
            steps: [.init(toG: 1_999, price: 1), .init(toG: 2_000, price: 2), .init(toG: 5_000, price: 3)],
            divisor: 5_000)
        let ten = boxes[2]
        #expect(freight.billableG(of: ten, grossG: 10) == 2_000)
        #expect(freight.billableG(of: ten, grossG: 2_001) == 2_001)
        let cartonizer = try Cartonizer(boxes: [ten], profile: .leastFreight, freight: freight)
        #expect(cartonizer.totals(of: try cartonizer.pack(cubes(1))).freight == 2)
        #expect(cartonizer.totals(of: try cartonizer.pack(cubes(10, weightG: 201))).freight == 3)
    }

    @Test func `what the carrier does not accept is not packed`() throws {
        let freight = FreightTable(steps: [.init(toG: 1_000, price: 1)])
        let cartonizer = try Cartonizer(boxes: boxes, freight: freight)
        #expect(try cartonizer.pack(cubes(3, weightG: 500)).parcels.map(\.weightG) == [1_000, 500])
        #expect(try cartonizer.pack(cubes(1, weightG: 1_001)).unpacked.map(\.reason) == [.tooHeavy])
    }

    @Test func `a profile that cannot be followed is refused`() {
        let plain = BoxType(id: "S", inner: Self.cube)
        #expect(throws: PackingError.self) { try Cartonizer(boxes: [plain], profile: .leastCost) }
        #expect(throws: PackingError.self) { try Cartonizer(boxes: [plain], profile: .leastFreight) }
        let falling = FreightTable(steps: [.init(toG: 2, price: 2), .init(toG: 3, price: 1)])
        #expect(throws: PackingError.self) { try Cartonizer(boxes: [plain], freight: falling) }
        #expect(throws: PackingError.self) {
            try Cartonizer(boxes: [plain], freight: FreightTable(steps: []))
        }
    }

    /// What is called optimal by one wish is never beaten in it by a search for another.
    @Test(arguments: RandomOrders.seeds)
    func `no profile beats an optimal answer at its own wish`(seed: UInt64) throws {
        var random = RandomOrders(seed: seed)
        let boxes = random.pricedBoxes()
        let freight = random.chance(50) ? random.freight() : nil
        let items = random.items()
        let wishes = ObjectiveProfile.allCases.filter { $0 != .leastFreight || freight != nil }
        let cartonizers = try wishes.map {
            try Cartonizer(boxes: boxes, profile: $0, freight: freight, effort: 20_000)
        }
        let packings = try cartonizers.map { try $0.pack(items) }
        for (wish, packing) in zip(wishes, packings) where packing.isOptimal {
            let own = amounts(cartonizers[0].totals(of: packing), by: wish)
            for other in packings {
                let amounts = amounts(cartonizers[0].totals(of: other), by: wish)
                #expect(!amounts.lexicographicallyPrecedes(own), "seed \(seed): \(wish)")
            }
        }
    }

    /// Written from the words of the profiles.
    private func amounts(_ totals: Totals, by wish: ObjectiveProfile) -> [Int] {
        let cost = totals.cost ?? totals.volumeMM3
        return switch wish {
        case .fewestParcels: [totals.unpackedPieces, totals.parcels, cost, totals.volumeMM3]
        case .leastCost: [totals.unpackedPieces, cost, totals.parcels, totals.volumeMM3]
        case .leastFreight: [totals.unpackedPieces, totals.freight, totals.parcels, cost]
        case .leastVolume: [totals.unpackedPieces, totals.volumeMM3, totals.parcels, cost]
        }
    }
}
