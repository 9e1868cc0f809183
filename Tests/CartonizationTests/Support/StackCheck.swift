import Cartonization

/// What rests on what in one parcel, and whether it may.
struct StackCheck {
    private let pieces: [CheckedPiece]
    private let rules: PackingRules
    /// For each piece those that it touches from above, with the area.
    private let below: [[(index: Int, area: Int)]]
    private let upward: [Int]

    init(_ pieces: [CheckedPiece], rules: PackingRules) {
        self.pieces = pieces
        self.rules = rules
        below = pieces.map { Self.supports(of: $0, in: pieces) }
        upward = pieces.indices.sorted { pieces[$0].lo[2] < pieces[$1].lo[2] }
    }

    var breaches: [PackingChecker.Breach] { standing + loads + stacks }

    /// A nested piece stands in the next lower of its stack, wholly.
    private static func supports(of piece: CheckedPiece, in pieces: [CheckedPiece]) -> [(
        index: Int, area: Int
    )] {
        let stack = pieces.indices.filter { piece.isNested(on: pieces[$0]) }
        if let next = stack.max(by: { pieces[$0].lo[2] < pieces[$1].lo[2] }),
            piece.lo[2] - pieces[next].lo[2] == piece.item.nestMM
        {
            return [(next, piece.base)]
        }
        return pieces.indices.compactMap { index in
            let area = pieces[index].hi[2] == piece.lo[2] ? pieces[index].planOverlap(piece) : 0
            return area > 0 ? (index, area) : nil
        }
    }

    private var standing: [PackingChecker.Breach] {
        var breaches: [PackingChecker.Breach] = []
        for index in upward where pieces[index].lo[2] > 0 {
            let piece = pieces[index]
            func breach(_ rule: PackingChecker.Rule) { breaches.append(.init(rule: rule, what: "\(piece)")) }
            let contact = below[index].reduce(0) { $0 + $1.area }
            if contact * 10_000 < piece.base * rules.supportShare { breach(.support) }
            if rules.supportShare > 0 && rules.keepsCentreOverSupport && !isCentreSupported(index) {
                breach(.centre)
            }
            if piece.item.isFloorOnly { breach(.floorOnly) }
            if below[index].contains(where: { !pieces[$0.index].item.isStackable }) { breach(.notStackable) }
            if pieces.indices.contains(where: {
                $0 != index && pieces[$0].item.isFragile && isOver(index, $0)
            }) {
                breach(.fragile)
            }
        }
        return breaches
    }

    private func isOver(_ upper: Int, _ lower: Int) -> Bool {
        pieces[upper].planOverlap(pieces[lower]) > 0
            && (pieces[upper].lo[2] >= pieces[lower].hi[2] || pieces[upper].isNested(on: pieces[lower]))
    }

    /// Whether the middle of the base lies in the convex hull of the contacts, by walking round the hull.
    private func isCentreSupported(_ index: Int) -> Bool {
        let piece = pieces[index]
        // Doubled, so that the middle is whole.
        let middle = (piece.lo[0] + piece.hi[0], piece.lo[1] + piece.hi[1])
        var corners: [(Int, Int)] = []
        for under in below[index] {
            let other = pieces[under.index]
            for x in [max(piece.lo[0], other.lo[0]), min(piece.hi[0], other.hi[0])] {
                for y in [max(piece.lo[1], other.lo[1]), min(piece.hi[1], other.hi[1])] {
                    corners.append((2 * x, 2 * y))
                }
            }
        }
        guard var at = corners.min(by: { $0 < $1 }) else { return false }
        let first = at
        repeat {
            // The next corner of the hull: all others lie left of the way to it.
            var next = corners.first { $0 != at } ?? at
            for corner in corners where corner != at {
                let turn = Self.turn(at, next, corner)
                let isFarther =
                    abs(corner.0 - at.0) + abs(corner.1 - at.1) > abs(next.0 - at.0) + abs(next.1 - at.1)
                if turn < 0 || (turn == 0 && isFarther) { next = corner }
            }
            if Self.turn(at, next, middle) < 0 { return false }
            at = next
        } while at != first
        return true
    }

    private static func turn(_ a: (Int, Int), _ b: (Int, Int), _ c: (Int, Int)) -> Int {
        (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0)
    }

    /// Weight goes down through the contacts, by area.
    private var loads: [PackingChecker.Breach] {
        var load = [Double](repeating: 0, count: pieces.count)
        for index in upward.reversed() {
            let total = below[index].reduce(0) { $0 + $1.area }
            for under in below[index] {
                load[under.index] +=
                    (load[index] + Double(pieces[index].item.weightG)) * Double(under.area) / Double(total)
            }
        }
        return pieces.indices.filter { load[$0] > Double(pieces[$0].item.topLoadMaxG ?? .max) + 1e-3 }
            .map { .init(rule: .topLoad, what: "\(pieces[$0]) carries \(load[$0]) g") }
    }

    private var stacks: [PackingChecker.Breach] {
        var depth = [Int](repeating: 1, count: pieces.count)
        var height = [Int](repeating: 1, count: pieces.count)
        for index in upward {
            for under in below[index] { depth[index] = max(depth[index], depth[under.index] + 1) }
        }
        for index in upward.reversed() {
            for under in below[index] { height[under.index] = max(height[under.index], height[index] + 1) }
        }
        return pieces.indices.filter { depth[$0] + height[$0] - 1 > pieces[$0].item.stackMax ?? .max }
            .map { .init(rule: .stack, what: "\(pieces[$0])") }
    }
}
