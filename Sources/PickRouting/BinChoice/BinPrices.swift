/// A price for every piece still missing, and the bound that prices give: the walk that would be shortest if
/// each piece picked paid its price, plus the price of all pieces asked for, is never longer than the best.
///
/// Prices rise where the walk leaves a line short and fall where it passes more than enough (Held and Karp
/// 1971; Geoffrion 1974, "Lagrangean relaxation for integer programming"). Whole millimetres throughout.
struct BinPrices {
    /// Longer than any walk, so short that a step of the prices is counted in 64 bits.
    private static let gapMMMax = 1 << 32
    /// Strides are counted in so many parts of the way to the known length.
    private static let strideUnit = 1_024

    private let parameters: Parameters
    private let aisles: AisleSteps
    private let goods: ChoiceGoods
    /// The prices of the best bound, by line.
    private(set) var priceMM: [Int]
    private(set) var boundMM = 0
    /// By stretch and shape, what the shape costs less what it earns.
    private(set) var shapePrices: [Int]
    /// How far the shapes reach that earn most: the last point from the front, the first from the back.
    private var reach: [(front: Int, back: Int)]
    private(set) var work = 0

    /// - Parameter upperMM: a length known to be possible.
    init(_ aisles: AisleSteps, goods: ChoiceGoods, upperMM: Int, parameters: Parameters) {
        self.parameters = parameters
        self.aisles = aisles
        self.goods = goods
        let pieces = goods.demands.reduce(0, +)
        priceMM = goods.demands.map { $0 > 0 ? upperMM / (2 * max(1, pieces)) : 0 }
        shapePrices = Array(
            repeating: AisleSteps.impossible, count: aisles.stretches.count * AisleSteps.shapes)
        reach = Array(repeating: (0, 0), count: shapePrices.count)
    }

    /// Searches for prices with a higher bound.
    ///
    /// - Parameters:
    ///   - upperMM: a length known to be possible.
    ///   - workMax: no round begins when so much work is done here.
    mutating func climb(rounds: Int, below upperMM: Int, workMax: Int) {
        let allWork = work + workMax
        var stride = parameters.strideFirst
        var idle = 0
        var current = priceMM
        for _ in 0..<rounds where stride > parameters.strideLast && boundMM < upperMM && work < allWork {
            let bound = self.bound(at: current)
            if bound > boundMM {
                (boundMM, priceMM, idle) = (bound, current, 0)
            } else {
                idle += 1
                if idle == parameters.idleRoundsMax {
                    (stride, idle) = (stride / 2, 0)
                    current = priceMM
                    _ = self.bound(at: current)
                }
            }
            let missing = missingPieces()
            let norm = missing.reduce(0) { $0 + $1 * $1 }
            if norm == 0 { break }
            let gapMM = min(upperMM + upperMM / parameters.overshootParts - bound, Self.gapMMMax)
            for line in current.indices {
                let step = stride * gapMM * missing[line] / (Self.strideUnit * norm)
                current[line] = max(0, current[line] + step)
            }
        }
    }

    /// Computes the costs of all steps by the best prices, so far and to come.
    mutating func applyBest() {
        _ = bound(at: priceMM)
        aisles.runForward(from: 0, to: aisles.steps.count, prices: shapePrices)
    }

    /// The points on the walk that is shortest at the prices last applied.
    func passed() -> [Int] {
        var points: [Int] = []
        var state = 0
        for (index, step) in aisles.steps.enumerated() {
            switch step {
            case .cross(let pitch):
                state =
                    aisles.leaving(state).min {
                        aisles.toCome($0, before: index + 1) + pitch * aisles.edges(of: $0)
                            < aisles.toCome($1, before: index + 1) + pitch * aisles.edges(of: $1)
                    } ?? state
            case .call(let corner, let isEnd):
                state = aisles.called(state, corner: corner, isEnd: isEnd)
            case .walk(let number):
                let stretch = aisles.stretches[number]
                var best = (cost: AisleSteps.impossible * 4, shape: 0, target: 0)
                for shape in 0..<AisleSteps.shapes {
                    let target = aisles.target(of: state, shape: shape, in: stretch)
                    let cost =
                        shapePrices[number * AisleSteps.shapes + shape]
                        + aisles.toCome(target, before: index + 1)
                    if cost < best.cost { best = (cost, shape, target) }
                }
                points += reached(
                    in: stretch, shape: best.shape, place: number * AisleSteps.shapes + best.shape)
                state = best.target
            }
        }
        return points
    }

    private func reached(in stretch: AisleSteps.Stretch, shape: Int, place: Int) -> [Int] {
        switch shape {
        case 0: []
        case 1, 2: Array(stretch.points)
        case 3: Array(stretch.points.lowerBound...reach[place].front)
        case 4: Array(reach[place].back..<stretch.points.upperBound)
        default:
            Array(stretch.points.lowerBound...reach[place].front)
                + Array(reach[place].back..<stretch.points.upperBound)
        }
    }

    /// By line, how many pieces the last walk leaves missing; below zero where it passes more than enough.
    private func missingPieces() -> [Int] {
        var missing = goods.demands
        for point in passed() {
            for share in goods.shares[point] { missing[share.line] -= share.quantity }
        }
        return missing
    }

    /// What prices prove; their costs to come stand in `aisles`.
    private mutating func bound(at prices: [Int]) -> Int {
        for stretch in aisles.stretches.indices { setShapePrices(of: stretch, at: prices) }
        aisles.runBackward(from: aisles.steps.count, to: 0, prices: shapePrices)
        work += aisles.steps.count * AisleSteps.shapes * aisles.states * 2 + 8 * aisles.pointY.count
        return aisles.toCome(0, before: 0) + aisles.spursMM
            + zip(prices, goods.demands).reduce(0) { $0 + $1.0 * $1.1 }
    }

    private mutating func setShapePrices(of number: Int, at prices: [Int]) {
        let stretch = aisles.stretches[number]
        let whole = stretch.highMM - stretch.lowMM
        let place = number * AisleSteps.shapes
        for shape in 0..<AisleSteps.shapes { shapePrices[place + shape] = AisleSteps.impossible }
        let earned = stretch.points.reduce(0) { $0 + goods.earning(of: $1, at: prices) }
        shapePrices[place + 1] = whole - earned
        shapePrices[place + 2] = 2 * whole - earned
        if !stretch.points.contains(where: { goods.isNeeded[$0] }) { shapePrices[place] = 0 }
        let lastNeeded = stretch.points.last { goods.isNeeded[$0] } ?? -1
        /// The least price of a way from the front as far as any point before, past all needed ones.
        var front = (price: AisleSteps.impossible, point: 0)
        var (before, after) = (0, earned)
        var isNeededBefore = false
        for point in stretch.points {
            let y = aisles.pointY[point]
            let fromBack = 2 * (stretch.highMM - y) - after
            if !isNeededBefore { offer(fromBack, place + 4, back: point) }
            if front.price < AisleSteps.impossible {
                offer(front.price + fromBack, place + 5, front: front.point, back: point)
            }
            let earning = goods.earning(of: point, at: prices)
            before += earning
            after -= earning
            let fromFront = 2 * (y - stretch.lowMM) - before
            if point >= lastNeeded { offer(fromFront, place + 3, front: point) }
            if goods.isNeeded[point] {
                isNeededBefore = true
                front = (fromFront, point)
            } else if fromFront < front.price {
                front = (fromFront, point)
            }
        }
    }

    private mutating func offer(_ price: Int, _ place: Int, front: Int = 0, back: Int = 0) {
        guard price < shapePrices[place] else { return }
        shapePrices[place] = price
        reach[place] = (front, back)
    }
}
