import Cartonization
import Common
import Foundation

/// Orders with every rule in them, from a seed.
struct RandomOrders {
    private static let asked = UInt64(ProcessInfo.processInfo.environment["WMS_TEST_SEEDS"] ?? "")
    /// Whether no number of seeds is asked for: then a suite is to be quick.
    static let isQuick = asked == nil
    /// How many seeds a suite runs: `WMS_TEST_SEEDS`, a few by default.
    static let seeds = 1...max(1, asked ?? 40)

    private var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    mutating func below(_ bound: Int) -> Int { random.next(below: bound) }

    mutating func chance(_ percent: Int) -> Bool { random.chance(percent: percent) }

    /// One of `choices`.
    mutating func pick<Choice>(_ choices: [Choice]) -> Choice { random.element(of: choices) }

    mutating func boxes() -> [BoxType] {
        (0..<(1 + below(5))).map { index in
            var box = BoxType(
                id: "B\(index)",
                inner: Size(lengthMM: 60 + below(300), widthMM: 60 + below(300), heightMM: 40 + below(250)))
            if chance(30) { box.outer = Size(lengthMM: 400, widthMM: 400, heightMM: 300 + below(50)) }
            box.tareG = below(300)
            if chance(50) { box.maxGrossG = 1_000 + below(9_000) }
            if chance(20) { box.supply = below(4) }
            if chance(15) { box.clearanceMM = below(10) }
            if chance(15) { box.maxItems = 1 + below(8) }
            if chance(15) { box.kind = .mailer(giveMM: below(30)) }
            box.cost = chance(50) ? below(10_000) : nil
            return box
        }
    }

    /// Boxes that all have a cost.
    mutating func pricedBoxes() -> [BoxType] {
        boxes().map { box in
            var box = box
            box.cost = box.cost ?? 2_000 + below(20_000)
            return box
        }
    }

    mutating func freight() -> FreightTable {
        var (toG, price) = (0, 0)
        let steps = (0..<(1 + below(6))).map { _ in
            toG += 500 + below(4_000)
            price += 1 + below(30_000)
            return FreightTable.Step(toG: toG, price: price)
        }
        return FreightTable(
            steps: steps, divisor: chance(60) ? 2_000 + below(6_000) : nil, handling: below(10_000))
    }

    mutating func items() -> [Item] {
        (0..<(1 + below(7))).map { index in
            item(
                "S\(index)",
                size: Size(lengthMM: 10 + below(150), widthMM: 10 + below(150), heightMM: 5 + below(120)))
        }
    }

    /// Lines with every rule here and there; some fill parts of a box exactly.
    mutating func items(for boxes: [BoxType]) -> [Item] {
        let isStrict = chance(70)
        return (0..<(1 + below(9))).map { index in
            let box = pick(boxes).usable
            let size =
                chance(40)
                ? Size(
                    lengthMM: max(1, box.lengthMM / (1 + below(4))),
                    widthMM: max(1, box.widthMM / (1 + below(3))),
                    heightMM: max(1, box.heightMM / (1 + below(4))))
                : Size(lengthMM: 10 + below(150), widthMM: 10 + below(150), heightMM: 5 + below(120))
            return isStrict
                ? item("S\(index)", size: size)
                : Item(sku: "S\(index)", quantity: 1 + below(6), size: size, weightG: below(900))
        }
    }

    private mutating func item(_ sku: String, size: Size) -> Item {
        var item = Item(
            sku: sku, quantity: 1 + below(4), size: size, weightG: below(900),
            rotation: pick([.any, .upright, .none, Rotation(rawValue: UInt8(1 + below(63)))]))
        item.isFragile = chance(15)
        item.isStackable = !chance(15)
        item.isFloorOnly = chance(10)
        item.hasOwnBox = chance(5)
        if chance(20) { item.topLoadMaxG = below(1_500) }
        if chance(15) { item.stackMax = 1 + below(4) }
        if chance(10) { item.paddingMM = below(8) }
        if chance(15) { item.nestMM = 1 + below(min(20, item.size.heightMM)) }
        if chance(25) { item.group = pick(["food", "chemical", "kit"]) }
        if chance(15) { item.neverWith = [pick(["food", "chemical"])] }
        if chance(10) { item.withGroup = pick(["kit", "set"]) }
        return item
    }

    /// What stands in a boxes file, and the wish.
    struct Site {
        let boxes: [BoxType]
        let rules: PackingRules
        let profile: ObjectiveProfile
        let freight: FreightTable?

        /// The boxes as far as the carrier accepts them, by the words of ``FreightTable``.
        var carried: [BoxType] {
            guard let freight, let last = freight.steps.last else { return boxes }
            return boxes.map { box in
                var box = box
                let outer = box.outer ?? box.inner
                let bulkG = freight.divisor.map { (outer.volumeMM3 + $0 - 1) / $0 } ?? 0
                box.maxGrossG = bulkG > last.toG ? -1 : min(box.maxGrossG ?? .max, last.toG)
                return box
            }
        }
    }

    mutating func site() -> Site {
        let freight = chance(30) ? freight() : nil
        let profile = pick(ObjectiveProfile.allCases)
        return Site(
            boxes: profile == .leastCost ? pricedBoxes() : boxes(),
            rules: PackingRules(
                supportShare: pick([7_500, 7_500, 0, 10_000, 4_000]), keepsCentreOverSupport: chance(80)),
            profile: profile == .leastFreight && freight == nil ? .fewestParcels : profile, freight: freight)
    }
}
