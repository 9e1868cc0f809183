import Cartonization
import Testing

/// Tiny orders with rules, against everything that could be done with them.
@Suite struct OptimumTests {
    static let ordersInBatch = 20
    static let batches = RandomOrders.isQuick ? 1...1 : RandomOrders.seeds

    @Test(arguments: batches)
    func `what is called optimal is, and nothing is better than the best`(batch: UInt64) throws {
        var (proven, missed) = (0, 0)
        for number in 0..<UInt64(Self.ordersInBatch) {
            let seed = batch << 16 | number
            var random = RandomOrders(seed: seed)
            let order = TinyOrder(&random)
            let packing = try Cartonizer(
                boxes: order.boxes, rules: order.rules, profile: order.profile, freight: order.freight,
                effort: 50_000
            ).pack(order.items)
            let own = order.amounts(of: packing)
            var everything = BruteForce(order.items, boxes: order.boxes, rules: order.rules)
            let best = everything.best(by: order.amounts)
            #expect(!own.lexicographicallyPrecedes(best), "seed \(seed): \(own) before \(best)")
            if packing.isOptimal {
                proven += 1
                #expect(own == best, "seed \(seed): \(order)")
            } else if own != best {
                missed += 1
            }
        }
        print("batch \(batch): \(Self.ordersInBatch) tiny orders, \(proven) proven, \(missed) not the best")
        #expect(missed * 5 <= Self.ordersInBatch)
    }

    /// Each of the first two leaves no place for the third at the first try; side by side two of them share a box.
    @Test func `few pieces are parted in every way`() throws {
        let box = BoxType(id: "B", inner: Size(lengthMM: 200, widthMM: 300, heightMM: 400))
        var block = Item(
            sku: "BLOCK", quantity: 1, size: Size(lengthMM: 200, widthMM: 300, heightMM: 200), weightG: 3)
        block.isStackable = false
        var pane = Item(
            sku: "PANE", quantity: 1, size: Size(lengthMM: 300, widthMM: 200, heightMM: 100), weightG: 2,
            rotation: .upright)
        pane.isFragile = true
        var glass = Item(
            sku: "GLASS", quantity: 1, size: Size(lengthMM: 200, widthMM: 300, heightMM: 100), weightG: 1)
        glass.isFragile = true
        let packing = try Cartonizer(boxes: [box]).pack([block, pane, glass])
        #expect(packing.parcels.count == 2)
    }
}

/// A few pieces with edges of one to three steps of the grid.
private struct TinyOrder {
    let items: [Item]
    let boxes: [BoxType]
    let rules: PackingRules
    let profile: ObjectiveProfile
    let freight: FreightTable?

    init(_ random: inout RandomOrders) {
        func size(_ most: Int) -> Size {
            func edge() -> Int { BruteForce.gridMM * (1 + random.below(most)) }
            return Size(lengthMM: edge(), widthMM: edge(), heightMM: edge())
        }
        boxes = (0..<(1 + random.below(3))).map { index in
            var box = BoxType(id: "B\(index)", inner: size(4))
            box.cost = 1_000 * (1 + random.below(9))
            if random.chance(30) { box.maxGrossG = 300 + random.below(500) }
            if random.chance(15) { box.supply = 1 + random.below(2) }
            if random.chance(10) { box.maxItems = 1 + random.below(3) }
            return box
        }
        var left = 4
        var items: [Item] = []
        while left > 0 && (items.isEmpty || random.chance(70)) {
            var item = Item(
                sku: "S\(items.count)", quantity: 1 + random.below(min(2, left)), size: size(3),
                weightG: 50 + random.below(300), rotation: random.pick([.any, .upright, .none]))
            left -= item.quantity
            item.isFragile = random.chance(10)
            item.isStackable = !random.chance(10)
            item.isFloorOnly = random.chance(10)
            item.hasOwnBox = random.chance(5)
            if random.chance(15) { item.topLoadMaxG = random.below(400) }
            if random.chance(10) { item.stackMax = 1 + random.below(2) }
            if random.chance(20) { item.group = "food" }
            if random.chance(20) { item.neverWith = ["food"] }
            items.append(item)
        }
        self.items = items
        rules = PackingRules(supportShare: random.pick([7_500, 7_500, 5_000, 0]))
        freight =
            random.chance(30)
            ? FreightTable(
                steps: [
                    .init(toG: 250, price: 2_000 + random.below(3_000)),
                    .init(toG: 900, price: 6_000 + random.below(3_000)),
                ],
                handling: random.below(2_000))
            : nil
        profile = random.pick(
            freight == nil ? [.fewestParcels, .leastCost, .leastVolume] : ObjectiveProfile.allCases)
    }

    /// By the words of the profile.
    func amounts(_ answer: BruteForce.Answer) -> [Int] {
        var (cost, freight, volume, refused) = (0, 0, 0, 0)
        for (index, contentsG) in answer.boxes {
            let box = boxes[index]
            volume += box.inner.volumeMM3
            cost += box.cost ?? 0
            guard let table = self.freight else { continue }
            guard let step = table.steps.first(where: { $0.toG >= box.tareG + contentsG }) else {
                refused += 1
                continue
            }
            freight += step.price
            cost += step.price + table.handling
        }
        let parcels = answer.boxes.count
        let wished =
            switch profile {
            case .fewestParcels: [parcels, cost, volume]
            case .leastCost: [cost, parcels, volume]
            case .leastFreight: [freight, parcels, cost]
            case .leastVolume: [volume, parcels, cost]
            }
        // A parcel that the carrier refuses is no answer.
        return [refused > 0 ? .max : answer.left] + wished
    }

    func amounts(of packing: Packing) -> [Int] {
        var answer = BruteForce.Answer(left: packing.unpacked.reduce(0) { $0 + $1.quantity })
        for parcel in packing.parcels {
            guard let index = boxes.firstIndex(where: { $0.id == parcel.boxID }) else { continue }
            answer.boxes.append((index, parcel.weightG - boxes[index].tareG))
        }
        return amounts(answer)
    }
}
