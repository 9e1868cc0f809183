/// Which pieces lie at the points of a floor for the lines of one choice.
struct ChoiceGoods {
    /// So many pieces of a line's goods.
    struct Share {
        let line: Int
        let quantity: Int
    }

    /// By line the pieces asked for.
    let demands: [Int]
    /// By point what lies there, no more of a line than the line asks for.
    private(set) var shares: [[Share]]
    /// Points without which some line stays short.
    private(set) var isNeeded: [Bool]
    /// Whether computing with prices of pieces stays within 64 bits.
    let isPriceable: Bool

    /// Squares of so many pieces, and so many times the length of any walk, are counted in 64 bits.
    private static let piecesMax = 1_000_000

    init(_ lines: [PickLine], numbers: [[Int]], pointCount: Int) {
        demands = lines.map(\.quantity)
        shares = Array(repeating: [], count: pointCount)
        isNeeded = Array(repeating: false, count: pointCount)
        var held = Array(repeating: 0, count: pointCount)
        var pieces = 0
        for (index, line) in lines.enumerated() where line.quantity > 0 {
            let offered = line.offered
            var points: [Int] = []
            for (candidate, point) in zip(line.candidates, numbers[index]) where candidate.available > 0 {
                if held[point] == 0 { points.append(point) }
                held[point] += candidate.available
            }
            for point in points {
                let quantity = min(held[point], line.quantity)
                shares[point].append(Share(line: index, quantity: quantity))
                pieces += quantity
                if offered - held[point] < line.quantity { isNeeded[point] = true }
            }
            for point in points { held[point] = 0 }
        }
        isPriceable = pieces <= Self.piecesMax
    }

    /// What the pieces at a point earn at these prices, by line.
    func earning(of point: Int, at priceMM: [Int]) -> Int {
        var earning = 0
        for share in shares[point] { earning += priceMM[share.line] * share.quantity }
        return earning
    }

    /// By line, how many of the pieces asked for lie at the points.
    func counts(at points: [Int]) -> [Int] {
        var counts = Array(repeating: 0, count: demands.count)
        for point in points {
            for share in shares[point] {
                counts[share.line] = min(demands[share.line], counts[share.line] + share.quantity)
            }
        }
        return counts
    }
}
