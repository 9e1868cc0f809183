internal import Drawing

/// A box seen from above its front right corner: the length runs to the lower right, the width to the
/// lower left.
struct IsometricView {
    let box: Size
    /// Pixels for a millimetre.
    let scale: Double
    /// Where the box's upper left extent stands in the picture.
    let origin: Position

    private static let slope = 0.5
    private static let run = 0.866
    /// Edges of the box rise and fall by so many degrees.
    static let turn = 30.0

    /// The whole box in a square of `side` pixels.
    init(box: Size, side: Double, origin: Position) {
        self.box = box
        self.origin = origin
        let (length, width, height) = (Double(box.lengthMM), Double(box.widthMM), Double(box.heightMM))
        scale = side / max((length + width) * Self.run, (length + width) * Self.slope + height)
    }

    var width: Double { (Double(box.lengthMM) + Double(box.widthMM)) * Self.run * scale }
    var height: Double {
        ((Double(box.lengthMM) + Double(box.widthMM)) * Self.slope + Double(box.heightMM)) * scale
    }

    func point(_ x: Int, _ y: Int, _ z: Int) -> Position {
        let left = Double(box.widthMM) * Self.run
        return Position(
            origin.x + (left + (Double(x) - Double(y)) * Self.run) * scale,
            origin.y + ((Double(x) + Double(y)) * Self.slope + Double(box.heightMM) - Double(z)) * scale)
    }

    /// The three faces that are seen: top, right and front, each from its farthest corner on.
    func faces(of block: PieceBlock) -> [[Position]] {
        let (low, high) = (block.start, block.end)
        return [
            [
                point(low.xMM, low.yMM, high.zMM), point(high.xMM, low.yMM, high.zMM),
                point(high.xMM, high.yMM, high.zMM), point(low.xMM, high.yMM, high.zMM),
            ],
            [
                point(high.xMM, low.yMM, high.zMM), point(high.xMM, high.yMM, high.zMM),
                point(high.xMM, high.yMM, low.zMM), point(high.xMM, low.yMM, low.zMM),
            ],
            [
                point(low.xMM, high.yMM, high.zMM), point(high.xMM, high.yMM, high.zMM),
                point(high.xMM, high.yMM, low.zMM), point(low.xMM, high.yMM, low.zMM),
            ],
        ]
    }

    /// The blocks in an order in which none is painted over one that hides it.
    ///
    /// Where blocks hide each other in a circle, the one packed first is painted first.
    /// - Complexity: quadratic in the number of blocks.
    static func backToFront(_ blocks: [PieceBlock]) -> [PieceBlock] {
        var hiding = blocks.map { block in blocks.count { isBehind($0, block) } }
        var left = Array(blocks.indices)
        var sorted: [PieceBlock] = []
        while !left.isEmpty {
            let next = left.remove(at: left.firstIndex { hiding[$0] == 0 } ?? 0)
            sorted.append(blocks[next])
            for other in left where isBehind(blocks[next], blocks[other]) { hiding[other] -= 1 }
        }
        return sorted
    }

    /// Whether a block may be hidden by another one, and cannot hide it.
    private static func isBehind(_ block: PieceBlock, _ other: PieceBlock) -> Bool {
        guard (0..<3).allSatisfy({ block.start.along($0) < other.end.along($0) }) else { return false }
        let isApart = (0..<3).contains { block.end.along($0) <= other.start.along($0) }
        // Nested pieces reach into each other: the one that was there first is the lower one.
        return isApart
            || (block.number < other.number
                && (0..<3).allSatisfy { other.start.along($0) < block.end.along($0) })
    }
}
