/// Chooses bins on a wholly open rectangular floor: a local search for a first choice, prices for a bound,
/// then partial walks side by side, ever more of them, until the choice is proven or the work is spent.
struct AisleChoice {
    private let parameters: Parameters
    private let lines: [PickLine]
    private let aisles: AisleSteps
    private let goods: ChoiceGoods
    private let numbers: [[Int]]
    private let lengths: AisleLengths
    private let workMax: Int
    private var search: ChoiceSearch
    private(set) var lowerBoundMM = 0

    var chosen: [[Int]] { search.chosen }
    var isProven: Bool { lowerBoundMM == search.lengthMM }

    /// - Parameter numbers: by line and bin, the point of the bin.
    init(
        _ lines: [PickLine], numbers: [[Int]], on aisles: AisleSteps, workMax: Int,
        parameters: BinChoice.Parameters
    ) {
        self.parameters = parameters.aisles
        self.lines = lines
        self.aisles = aisles
        self.numbers = numbers
        goods = ChoiceGoods(lines, numbers: numbers, pointCount: aisles.pointY.count)
        lengths = AisleLengths(aisles)
        self.workMax = workMax
        search = ChoiceSearch(
            lines, numbers: numbers, lengths: lengths, workMax: workMax, parameters: parameters.search)
    }

    mutating func run(seed: UInt64) {
        search.improve()
        guard goods.isPriceable else { return search.perturb(until: workMax, seed: seed) }
        var prices = BinPrices(aisles, goods: goods, upperMM: search.lengthMM, parameters: parameters.prices)
        for (round, stage) in parameters.stages.enumerated() where !isProven {
            search.perturb(until: workMax * stage.searchPercent / 100, seed: seed &+ UInt64(round))
            prices.climb(
                rounds: parameters.priceRoundsMax, below: search.lengthMM,
                workMax: workMax / parameters.priceWorkParts)
            raiseBound(to: prices.boundMM)
            if !isProven {
                searchPartialWalks(
                    prices, width: stage.width,
                    workMax: workMax * stage.searchPercent * parameters.walksPercent / 10_000)
            }
            lengths.forget()
        }
    }

    private mutating func searchPartialWalks(_ prices: BinPrices, width: Int, workMax: Int) {
        var prices = prices
        prices.applyBest()
        let before = search.lengthMM
        guard
            var walks = PartialWalks(
                aisles, goods: goods, prices: prices, below: before, parameters: parameters.walks)
        else { return }
        let found = walks.run(widthMax: width, workMax: workMax)
        lengths.forget()
        if let found { adopt(found) }
        raiseBound(to: min(walks.prunedBoundMM, before))
    }

    /// The bound, raised to the next length that a walk can have.
    private mutating func raiseBound(to boundMM: Int) {
        let step = aisles.lengthStepMM
        let above = boundMM - search.lengthMM
        let rounded = above >= 0 ? search.lengthMM : search.lengthMM - (-above / step) * step
        lowerBoundMM = max(lowerBoundMM, rounded)
    }

    /// Makes the bins at these points the choice, and improves it.
    private mutating func adopt(_ points: [Int]) {
        var isPassed = Array(repeating: false, count: aisles.pointY.count)
        for point in points { isPassed[point] = true }
        search.adopt(
            lines.indices.map { line in
                lines[line].candidates.indices.filter {
                    lines[line].candidates[$0].available > 0 && isPassed[numbers[line][$0]]
                }.sorted {
                    (-lines[line].candidates[$0].available, $0) < (-lines[line].candidates[$1].available, $1)
                }
            })
        search.improve()
    }
}
