/// Chooses bins on a wholly open rectangular floor: a local search for a first choice, prices for a bound,
/// then half-built walks side by side, ever more of them, until the choice is proven or the work is used up.
struct AisleChoice {
    /// How much of the work has been spent on the local search when half-built walks are tried, and how many
    /// of them are kept at a step.
    private static let stages = [
        (percent: 5, width: 64), (percent: 40, width: 256), (percent: 85, width: 512),
    ]
    private static let priceRounds = 120
    /// At each stage one part in so many of the work is spent on prices at most.
    private static let priceShare = 6

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

    init(_ lines: [PickLine], numbers: [[Int]], on aisles: AisleSteps, workMax: Int) {
        self.lines = lines
        self.aisles = aisles
        self.numbers = numbers
        goods = ChoiceGoods(lines, numbers: numbers, pointCount: aisles.pointY.count)
        lengths = AisleLengths(aisles)
        self.workMax = workMax
        search = ChoiceSearch(lines, numbers: numbers, lengths: lengths, workMax: workMax)
    }

    mutating func run(seed: UInt64) {
        search.settle()
        guard goods.isPriceable else { return search.disturb(until: workMax, seed: seed) }
        var prices = BinPrices(aisles, goods: goods, upperMM: search.lengthMM)
        for (round, stage) in Self.stages.enumerated() where !isProven {
            search.disturb(until: workMax * stage.percent / 100, seed: seed &+ UInt64(round))
            prices.climb(
                rounds: Self.priceRounds, below: search.lengthMM, workMax: workMax / Self.priceShare)
            raiseBound(to: prices.boundMM)
            if !isProven {
                walkSideBySide(prices, width: stage.width, workMax: workMax * stage.percent / 200)
            }
            lengths.forget()
        }
    }

    private mutating func walkSideBySide(_ prices: BinPrices, width: Int, workMax: Int) {
        var prices = prices
        prices.settle()
        let before = search.lengthMM
        guard var walks = HalfWalks(aisles, goods: goods, prices: prices, below: before) else { return }
        let found = walks.run(widthMax: width, workMax: workMax)
        lengths.forget()
        if let found { takeUp(found) }
        raiseBound(to: min(walks.leftOutMM, before))
    }

    /// The bound, raised to the next length that a walk can have.
    private mutating func raiseBound(to boundMM: Int) {
        let step = aisles.lengthStepMM
        let above = boundMM - search.lengthMM
        let rounded = above >= 0 ? search.lengthMM : search.lengthMM - (-above / step) * step
        lowerBoundMM = max(lowerBoundMM, rounded)
    }

    private mutating func takeUp(_ points: [Int]) {
        var isPassed = Array(repeating: false, count: aisles.pointY.count)
        for point in points { isPassed[point] = true }
        search.takeUp(
            lines.indices.map { line in
                lines[line].candidates.indices.filter {
                    lines[line].candidates[$0].available > 0 && isPassed[numbers[line][$0]]
                }.sorted {
                    (-lines[line].candidates[$0].available, $0) < (-lines[line].candidates[$1].available, $1)
                }
            })
        search.settle()
    }
}
