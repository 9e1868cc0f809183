/// All partial walks side by side, extended step by step from left to right, without those that cannot become
/// shorter than a known walk or that another one dominates.
///
/// What a partial walk can still become is bounded by the prices of the pieces that it misses. Where no
/// walk had to be pruned for their number, the shortest one that misses nothing is proven to be the least.
/// After the label setting of Heßler and Irnich 2024, "Exact solution of the single-picker routing problem
/// with scattered storage", and the completion bounds of Christofides, Mingozzi and Toth 1981.
struct PartialWalks {
    private struct PartialWalk {
        var lengthMM: Int
        /// Nothing that this becomes is shorter.
        var boundMM: Int
        var state: Int
        var missing: MissingPieces
        /// The last of its ways, in `trail`.
        var trail: Int
    }

    /// From which walk, and by which way through the stretch, a walk was extended.
    private struct Extension {
        let walk: Int
        let shape: Int
        let way: Int
    }

    private struct Footprint {
        let before: Int
        let stretch: Int
        let points: [Int]
    }

    private let parameters: Parameters
    private let aisles: AisleSteps
    private let goods: ChoiceGoods
    private let priceMM: [Int]
    private let packing: MissingPieces.Packing
    private var ways: [WaysThrough]
    /// Only walks up to here are of use.
    private let mostMM: Int

    private var walks: [PartialWalk] = []
    private var trail: [Footprint] = []
    /// The least bound of all walks that were pruned for their number.
    private(set) var prunedBoundMM = Int.max
    private(set) var work = 0

    /// Nil where the lines are too many to be kept side by side.
    ///
    /// - Parameters:
    ///   - prices: applied, so that the costs in `aisles` are theirs.
    ///   - upperMM: only walks shorter than this are searched for.
    init?(
        _ aisles: AisleSteps, goods: ChoiceGoods, prices: BinPrices, below upperMM: Int,
        parameters: Parameters
    ) {
        guard let packing = MissingPieces.Packing(demands: goods.demands),
            aisles.stretches.reduce(0, { $0 + $1.points.count * $1.points.count }) <= parameters.pairsMax
        else { return nil }
        self.parameters = parameters
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
        guard ways.reduce(0, { $0 + $1.count }) <= parameters.waysMax else { return nil }
        for stretch in ways.indices { ways[stretch].collect(goods, packing) }
        walks = [
            PartialWalk(
                lengthMM: aisles.spursMM, boundMM: allMM + aisles.toCome(0, before: 0), state: 0,
                missing: MissingPieces(goods.demands, packing), trail: -1)
        ]
    }

    /// The points on the shortest walk found; nil where none is short enough.
    ///
    /// - Parameters:
    ///   - widthMax: how many partial walks are kept at a step.
    ///   - workMax: when so much work is done, only a few are extended.
    mutating func run(widthMax: Int, workMax: Int) -> [Int]? {
        for (index, step) in aisles.steps.enumerated() {
            switch step {
            case .cross(let pitch): cross(pitch, index)
            case .call(let corner, let isEnd):
                for walk in walks.indices {
                    walks[walk].state = aisles.called(walks[walk].state, corner: corner, isEnd: isEnd)
                }
                walks.removeAll { $0.state == aisles.states }
            case .walk(let stretch): walk(stretch, index, work < workMax ? widthMax : parameters.widthLeast)
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
        var next: [PartialWalk] = []
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
        work += parameters.workPerWalk * next.count
        walks = next
    }

    private mutating func walk(_ number: Int, _ step: Int, _ widthMax: Int) {
        let stretch = aisles.stretches[number]
        var next: [PartialWalk] = []
        var extensions: [Extension] = []
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
                    on.missing.subtract(way.packed, packing)
                    on.trail = extensions.count
                    extensions.append(Extension(walk: index, shape: shape, way: place))
                    next.append(on)
                    work += parameters.workPerWalk
                }
            }
        }
        keepBest(of: next, extensions, stretch: number, widthMax)
    }

    /// Keeps the most promising partial walks, without those that another one dominates.
    ///
    /// - Parameter extensions: by trail of a walk, what it was made from.
    private mutating func keepBest(
        of next: [PartialWalk], _ extensions: [Extension], stretch: Int, _ widthMax: Int
    ) {
        let order = next.indices.sorted { (next[$0].boundMM, $0) < (next[$1].boundMM, $1) }
        let before = walks
        walks = []
        var rivals: [[Int]] = Array(repeating: [], count: aisles.states)
        for index in order {
            var walk = next[index]
            if walks.count == widthMax {
                prunedBoundMM = min(prunedBoundMM, walk.boundMM)
                break
            }
            let isDominated = rivals[walk.state].contains {
                walks[$0].lengthMM <= walk.lengthMM && walks[$0].missing.isWithin(walk.missing, packing)
            }
            work += parameters.workPerWalk
            if isDominated { continue }
            if rivals[walk.state].count < parameters.rivalsMax { rivals[walk.state].append(walks.count) }
            let way = extensions[walk.trail]
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
