/// Pieces alike that follow one another and together fill a cuboid: for a person one thing to do.
///
///     // Twelve packs of tea, four to the right and three to the front.
///     PieceBlock.blocks(of: parcel.items)[0].label     // "1–12"
struct PieceBlock: Hashable {
    /// The place of its first piece in the packing order, counted from 1.
    let number: Int
    /// The piece at its back left corner on its floor.
    let first: PlacedItem
    /// Pieces side by side from the left to the right, then to the front, then upwards.
    let counts: [Int]
    /// Where it ends: the corner farthest from the origin.
    let end: BoxPosition

    /// Wrapping may stand between pieces that belong together.
    static let gapMM = 20

    var pieces: Int { counts[0] * counts[1] * counts[2] }
    var start: BoxPosition { first.at }

    /// `3`, or `1–12` for several pieces.
    var label: String { pieces == 1 ? "\(number)" : "\(number)–\(number + pieces - 1)" }

    /// The blocks of pieces in packing order, each as large as can be.
    ///
    /// - Parameter number: the place of the first piece in the packing order.
    /// - Complexity: linear in the number of pieces.
    static func blocks(of items: ArraySlice<PlacedItem>, number: Int = 1) -> [PieceBlock] {
        var blocks: [PieceBlock] = []
        var rest = items
        while let block = PieceBlock(from: rest, number: number + rest.startIndex - items.startIndex) {
            blocks.append(block)
            rest = rest.dropFirst(block.pieces)
        }
        return blocks
    }

    /// The block that the first of these pieces begins: a row to the right, rows to the
    /// front, layers upwards.
    private init?(from items: ArraySlice<PlacedItem>, number: Int) {
        guard let first = items.first else { return nil }
        let alike = items.prefix { $0.itemIndex == first.itemIndex && $0.size == first.size }
        var shape: [PlacedItem] = [first]
        var counts = [1, 1, 1]
        for axis in 0..<3 {
            let unit = shape
            var step: Int?
            while let next = Self.continued(
                unit, by: alike.dropFirst(shape.count), along: axis, counts[axis], &step)
            {
                shape += next
                counts[axis] += 1
            }
        }
        self.init(number: number, first: first, counts: counts, last: shape[shape.count - 1])
    }

    private init(number: Int, first: PlacedItem, counts: [Int], last: PlacedItem) {
        self.number = number
        self.first = first
        self.counts = counts
        end = BoxPosition(
            xMM: last.at.xMM + last.size.lengthMM, yMM: last.at.yMM + last.size.widthMM,
            zMM: last.at.zMM + last.size.heightMM)
    }

    /// The next pieces, where they repeat `unit` at the same distance `step` along an axis; nil where not.
    private static func continued(
        _ unit: [PlacedItem], by items: ArraySlice<PlacedItem>, along axis: Int, _ count: Int,
        _ step: inout Int?
    ) -> ArraySlice<PlacedItem>? {
        guard items.count >= unit.count, let next = items.first else { return nil }
        let distance = next.at.along(axis) - unit[0].at.along(axis)
        let edge = unit[0].size.along(axis)
        let wanted = step ?? distance
        guard (edge...edge + gapMM).contains(wanted), distance == wanted * count else { return nil }
        let isRepeated = zip(unit, items).allSatisfy { old, new in
            (0..<3).allSatisfy { new.at.along($0) - old.at.along($0) == ($0 == axis ? distance : 0) }
        }
        guard isRepeated else { return nil }
        step = wanted
        return items.prefix(unit.count)
    }

    /// The block's layers, from its floor upwards.
    var layers: [PieceBlock] {
        let perLayer = counts[0] * counts[1]
        let rise = counts[2] > 1 ? (end.zMM - start.zMM - first.size.heightMM) / (counts[2] - 1) : 0
        return (0..<counts[2]).map { layer in
            let at = BoxPosition(xMM: start.xMM, yMM: start.yMM, zMM: start.zMM + layer * rise)
            let piece = PlacedItem(sku: first.sku, itemIndex: first.itemIndex, at: at, size: first.size)
            let last = BoxPosition(
                xMM: end.xMM - first.size.lengthMM, yMM: end.yMM - first.size.widthMM, zMM: at.zMM)
            return PieceBlock(
                number: number + layer * perLayer, first: piece, counts: [counts[0], counts[1], 1],
                last: PlacedItem(sku: first.sku, itemIndex: first.itemIndex, at: last, size: first.size))
        }
    }
}

extension BoxPosition {
    /// The coordinate along the length (0), the width (1) or the height (2).
    func along(_ axis: Int) -> Int { axis == 0 ? xMM : axis == 1 ? yMM : zMM }
}

extension Size {
    /// The edge along the length (0), the width (1) or the height (2).
    func along(_ axis: Int) -> Int { axis == 0 ? lengthMM : axis == 1 ? widthMM : heightMM }
}
