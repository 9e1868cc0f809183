/// What lies at the points of a floor for the lines of one choice.
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

    init(_ lines: [PickLine], numbers: [[Int]], pointCount: Int) {
        demands = lines.map(\.quantity)
        shares = Array(repeating: [], count: pointCount)
        isNeeded = Array(repeating: false, count: pointCount)
        for (index, line) in lines.enumerated() where line.quantity > 0 {
            var held: [(point: Int, quantity: Int)] = []
            for (candidate, point) in zip(line.candidates, numbers[index]) where candidate.available > 0 {
                if let known = held.firstIndex(where: { $0.point == point }) {
                    held[known].quantity += candidate.available
                } else {
                    held.append((point, candidate.available))
                }
            }
            let offered = held.reduce(0) { $0 + $1.quantity }
            for (point, quantity) in held {
                shares[point].append(Share(line: index, quantity: min(quantity, line.quantity)))
                if offered - quantity < line.quantity { isNeeded[point] = true }
            }
        }
    }

    /// What the pieces at a point are worth at these prices, by line.
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
