/// One way to walk a stretch: how far it is entered from the front and from the back, and which points it passes.
struct WayThrough {
    let lengthMM: Int
    /// The length less the price of all pieces passed.
    let pricedMM: Int
    /// The points passed from the front, and those from the back.
    let front: Range<Int>
    let back: Range<Int>
    /// By line, the pieces passed.
    var pieces: [ChoiceGoods.Share] = []
    var packed = MissingPieces.none

    var points: [Int] { Array(front) + Array(back) }
}

/// The ways through a stretch that a walk below a given length can contain, by shape, the least priced first.
struct WaysThrough {
    private(set) var byShape: [[WayThrough]] = Array(repeating: [], count: AisleSteps.shapes)

    /// By shape, what a way may cost at most, priced.
    private let most: [Int]

    var count: Int { byShape.reduce(0) { $0 + $1.count } }

    init(
        _ stretch: AisleSteps.Stretch, in aisles: AisleSteps, goods: ChoiceGoods, priceMM: [Int], most: [Int]
    ) {
        self.most = most
        let points = stretch.points
        let whole = stretch.highMM - stretch.lowMM
        /// By point, what all points before it earn; one more than there are points.
        var earned = [0]
        for point in points {
            earned.append(earned[earned.count - 1] + goods.earning(of: point, at: priceMM))
        }
        let all = earned[points.count]
        func before(_ point: Int) -> Int { earned[point - points.lowerBound] }
        let needed = points.filter { goods.isNeeded[$0] }
        let none = points.lowerBound..<points.lowerBound
        if needed.isEmpty { add(0, 0, none, none, priced: 0) }
        add(1, whole, points, none, priced: whole - all)
        add(2, 2 * whole, points, none, priced: 2 * whole - all)
        for point in points {
            let fromFront = 2 * (aisles.pointY[point] - stretch.lowMM)
            let front = points.lowerBound..<(point + 1)
            if point >= needed.last ?? point {
                add(3, fromFront, front, none, priced: fromFront - before(point + 1))
            }
            let fromBack = 2 * (stretch.highMM - aisles.pointY[point])
            if point <= needed.first ?? point {
                add(4, fromBack, none, point..<points.upperBound, priced: fromBack - all + before(point))
            }
            for other in (point + 1)..<max(point + 1, points.upperBound) {
                let length = fromFront + 2 * (stretch.highMM - aisles.pointY[other])
                let earnedHere = all - before(other) + before(point + 1)
                add(5, length, front, other..<points.upperBound, priced: length - earnedHere)
                if goods.isNeeded[other] { break }
            }
        }
        for shape in byShape.indices { byShape[shape].sort { $0.pricedMM < $1.pricedMM } }
    }

    private mutating func add(
        _ shape: Int, _ length: Int, _ front: Range<Int>, _ back: Range<Int>, priced: Int
    ) {
        guard priced <= most[shape] else { return }
        byShape[shape].append(WayThrough(lengthMM: length, pricedMM: priced, front: front, back: back))
    }

    /// Stores for every way which pieces it passes.
    mutating func collect(_ goods: ChoiceGoods, _ packing: MissingPieces.Packing) {
        for shape in byShape.indices {
            for way in byShape[shape].indices {
                let counts = goods.counts(at: byShape[shape][way].points)
                byShape[shape][way].packed = MissingPieces(counts, packing)
                byShape[shape][way].pieces = counts.indices.filter { counts[$0] > 0 }.map {
                    ChoiceGoods.Share(line: $0, quantity: counts[$0])
                }
            }
        }
    }
}
