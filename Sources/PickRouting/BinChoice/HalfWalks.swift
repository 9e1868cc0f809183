/// All half-built walks side by side, step after step from left to right, without those that cannot become
/// shorter than a known walk or that another one beats in everything.
///
/// What a half-built walk can still become is bounded by the prices of the pieces that it misses. Where no
/// walk had to be left out for their number, the shortest one that misses nothing is proven to be the least.
/// After the label setting of Heßler and Irnich 2024, "Exact solution of the single-picker routing problem
/// with scattered storage", and the completion bounds of Christofides, Mingozzi and Toth 1981.
struct HalfWalks {
    private struct HalfWalk {
        var lengthMM: Int
        /// Nothing that this becomes is shorter.
        var boundMM: Int
        var state: Int
        var missing: MissingPieces
        /// The last of its ways, in `trail`.
        var trail: Int
    }

    private struct Footprint {
        let before: Int
        let stretch: Int
        let points: [Int]
    }

    /// Of the kept ones, so many are asked whether they beat another.
    private static let rivalsMax = 64
    /// Where more ways through all stretches may be of use than this, the bound is too weak to be worth it.
    private static let waysMax = 3_000
    /// A way for each pair of points of a stretch is looked at: so many take half a millisecond.
    private static let pairsMax = 250_000
    /// When the work is used up, so many half-built walks still go on.
    private static let widthLeast = 8
    /// What one half-built walk costs, in the units of work.
    private static let workPerWalk = 150

    private let aisles: AisleSteps
    private let goods: ChoiceGoods
    private let priceMM: [Int]
    private let packing: MissingPieces.Packing
    private var ways: [WaysThrough]
    /// Only walks up to here are of use.
    private let mostMM: Int

    private var walks: [HalfWalk] = []
    private var trail: [Footprint] = []
    /// The least bound of all that were left out for their number.
    private(set) var leftOutMM = Int.max
    private(set) var work = 0

    /// Nil where the lines are too many to be kept side by side.
    ///
    /// - Parameters:
    ///   - prices: settled; the worths in `aisles` are theirs.
    ///   - upperMM: only walks shorter than this are looked for.
    init?(_ aisles: AisleSteps, goods: ChoiceGoods, prices: BinPrices, below upperMM: Int) {
        guard let packing = MissingPieces.Packing(demands: goods.demands),
            aisles.stretches.reduce(0, { $0 + $1.points.count * $1.points.count }) <= Self.pairsMax
        else { return nil }
        self.aisles = aisles
        self.goods = goods
        self.packing = packing
        priceMM = prices.priceMM
        mostMM = upperMM - aisles.lengthStepMM
        let allMM = zip(prices.priceMM, goods.demands).reduce(aisles.spursMM) { $0 + $1.0 * $1.1 }
        let most = mostMM - allMM
        ways = aisles.stretches.map { stretch in
            WaysThrough(
                stretch, in: aisles, goods: goods, priceMM: prices.priceMM,
                most: (0..<AisleSteps.shapes).map { most - aisles.leastAround(stretch, shape: $0) })
        }
        guard ways.reduce(0, { $0 + $1.count }) <= Self.waysMax else { return nil }
        for stretch in ways.indices { ways[stretch].collect(goods, packing) }
        walks = [
            HalfWalk(
                lengthMM: aisles.spursMM, boundMM: allMM + aisles.toCome(0, before: 0), state: 0,
                missing: MissingPieces(goods.demands, packing), trail: -1)
        ]
    }

    /// The points that the shortest walk found comes by; nil where none is short enough.
    ///
    /// - Parameters:
    ///   - widthMax: how many half-built walks are kept at a step.
    ///   - workMax: when so much work is done, only a few go on.
    mutating func run(widthMax: Int, workMax: Int) -> [Int]? {
        for (index, step) in aisles.steps.enumerated() {
            switch step {
            case .cross(let pitch): cross(pitch, index)
            case .call(let corner, let isEnd):
                for walk in walks.indices {
                    walks[walk].state = aisles.called(walks[walk].state, corner: corner, isEnd: isEnd)
                }
                walks.removeAll { $0.state == aisles.states }
            case .walk(let stretch): walk(stretch, index, work < workMax ? widthMax : Self.widthLeast)
            }
            if walks.isEmpty { return nil }
        }
        let last = aisles.steps.count
        let whole = walks.filter {
            $0.missing.isNone && aisles.toCome($0.state, before: last) == 0
        }
        guard let least = whole.min(by: { $0.lengthMM < $1.lengthMM }) else { return nil }
        return points(of: least.trail)
    }

    private func points(of last: Int) -> [Int] {
        var points: [Int] = []
        var at = last
        while at >= 0 {
            points += trail[at].points
            at = trail[at].before
        }
        return points
    }

    private mutating func cross(_ pitch: Int, _ step: Int) {
        var next: [HalfWalk] = []
        for walk in walks {
            let rest = walk.boundMM - walk.lengthMM - aisles.toCome(walk.state, before: step)
            for state in aisles.leaving(walk.state) {
                var on = walk
                on.state = state
                on.lengthMM += pitch * aisles.edges(of: state)
                on.boundMM = on.lengthMM + rest + aisles.toCome(state, before: step + 1)
                if on.boundMM <= mostMM { next.append(on) }
            }
        }
        work += Self.workPerWalk * next.count
        walks = next
    }

    private mutating func walk(_ number: Int, _ step: Int, _ widthMax: Int) {
        let stretch = aisles.stretches[number]
        var next: [HalfWalk] = []
        var taken: [(walk: Int, shape: Int, way: Int)] = []
        for (index, walk) in walks.enumerated() {
            let rest = walk.boundMM - aisles.toCome(walk.state, before: step)
            for shape in 0..<AisleSteps.shapes {
                let target = aisles.target(of: walk.state, shape: shape, in: stretch)
                let toCome = aisles.toCome(target, before: step + 1)
                if toCome >= AisleSteps.impossible / 2 { continue }
                for (place, way) in ways[number].byShape[shape].enumerated() {
                    guard rest + toCome + way.pricedMM <= mostMM else { break }
                    var on = walk
                    on.state = target
                    on.lengthMM += way.lengthMM
                    on.boundMM = rest + toCome + way.lengthMM
                    for share in way.pieces {
                        let missing = walk.missing.count(of: share.line, packing)
                        on.boundMM -= priceMM[share.line] * min(missing, share.quantity)
                    }
                    guard on.boundMM <= mostMM else { continue }
                    on.missing.lessen(by: way.packed, packing)
                    on.trail = taken.count
                    taken.append((index, shape, place))
                    next.append(on)
                    work += Self.workPerWalk
                }
            }
        }
        keepBest(of: next, taken: taken, stretch: number, widthMax)
    }

    /// Keeps the most promising half-built walks, without those that another one beats.
    private mutating func keepBest(
        of next: [HalfWalk], taken: [(walk: Int, shape: Int, way: Int)], stretch: Int, _ widthMax: Int
    ) {
        let order = next.indices.sorted { (next[$0].boundMM, $0) < (next[$1].boundMM, $1) }
        let before = walks
        walks = []
        var rivals: [[Int]] = Array(repeating: [], count: aisles.states)
        for index in order {
            var walk = next[index]
            if walks.count == widthMax {
                leftOutMM = min(leftOutMM, walk.boundMM)
                break
            }
            let isBeaten = rivals[walk.state].contains {
                walks[$0].lengthMM <= walk.lengthMM && walks[$0].missing.isWithin(walk.missing, packing)
            }
            work += Self.workPerWalk
            if isBeaten { continue }
            if rivals[walk.state].count < Self.rivalsMax { rivals[walk.state].append(walks.count) }
            let way = taken[walk.trail]
            walk.trail = before[way.walk].trail
            let points = ways[stretch].byShape[way.shape][way.way].points
            if !points.isEmpty {
                trail.append(Footprint(before: walk.trail, stretch: stretch, points: points))
                walk.trail = trail.count - 1
            }
            walks.append(walk)
        }
    }
}
