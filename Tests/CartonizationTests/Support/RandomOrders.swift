import Cartonization
import Foundation

/// Orders with every rule in them, from a seed.
struct RandomOrders {
    /// How many seeds a suite runs: `WMS_TEST_SEEDS`, a few by default.
    static let seeds = UInt64(ProcessInfo.processInfo.environment["WMS_TEST_SEEDS"] ?? "").map { 1...max(1, $0) } ?? 1...40

    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func below(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state >> 33) % bound
    }

    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    mutating func boxes() -> [BoxType] {
        (0..<(1 + below(5))).map { index in
            var box = BoxType(
                id: "B\(index)",
                inner: Size(lengthMM: 60 + below(300), widthMM: 60 + below(300), heightMM: 40 + below(250)))
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

    mutating func items() -> [Item] {
        (0..<(1 + below(7))).map { index in
            var item = Item(
                sku: "S\(index)", quantity: 1 + below(4),
                size: Size(lengthMM: 10 + below(150), widthMM: 10 + below(150), heightMM: 5 + below(120)),
                weightG: below(900),
                rotation: [Rotation.any, .upright, .none, .standing(on: .lengthHeight)][below(4)])
            item.isFragile = chance(15)
            item.isStackable = !chance(15)
            item.isFloorOnly = chance(10)
            item.hasOwnBox = chance(5)
            if chance(20) { item.topLoadMaxG = below(1_500) }
            if chance(15) { item.stackMax = 1 + below(4) }
            if chance(10) { item.paddingMM = below(8) }
            if chance(15) { item.nestMM = 1 + below(min(20, item.size.heightMM)) }
            if chance(25) { item.group = ["food", "chemical"][below(2)] }
            if chance(15) { item.neverWith = [["food", "chemical"][below(2)]] }
            if chance(10) { item.withGroup = ["kit", "set"][below(2)] }
            return item
        }
    }
}

extension RandomOrders {
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
        return FreightTable(steps: steps, divisor: chance(60) ? 2_000 + below(6_000) : nil, handling: below(10_000))
    }
}
