internal import Common

/// How to pack a parcel, in words: where each piece goes, seen from the walls and from what is in already.
///
///     Box S
///     1–4 TEA-250G
///       2 across, 2 deep, in the left back
///       corner, on the floor; each 120 across,
///       80 deep, 60 mm high
///     5 MUG-BLUE
///       at the left wall, at the back wall, on
///       top of TEA-250G; 90 across, …
///
/// Left and right, back and front are those of the pictures: the box's length runs from the left to the right
/// and its width from the back to the front, where the packer stands.
public struct ParcelWords: Sendable {
    /// The width that a packer's screen has.
    public static let columns = 40
    /// Nearer than this is at the wall: nobody places a piece by hand more exactly.
    static let atWallMM = 10

    private let items: [PlacedItem]
    private let box: BoxType

    public init(_ parcel: PackedParcel, box: BoxType) {
        items = parcel.items
        self.box = box
    }

    /// The whole parcel, on lines of ``columns``.
    public var lines: [String] {
        var lines = ["Box \(box.id)"]
        var piecesMM: Size?
        for block in PieceBlock.blocks(of: items[...]) {
            lines.append("\(block.label) \(block.first.sku)")
            let text = place(of: block) + (block.first.size == piecesMM ? "" : "; \(size(of: block))")
            piecesMM = block.first.size
            lines += text.wrapped(toColumns: Self.columns - 2).map { "  " + $0 }
        }
        return lines.map { $0.cut(toColumns: Self.columns) }
    }

    /// A sentence for each block of the pieces from `range`, counted from 0 in the packing order.
    ///
    /// - Parameter most: of more places only the number is said.
    /// - Complexity: the pieces in the box times `most`.
    public func places(of range: Range<Int>, most: Int) -> [String] {
        let blocks = PieceBlock.blocks(
            of: items[range.clamped(to: 0..<items.count)], number: range.lowerBound + 1)
        var piecesMM: Size?
        var places = blocks.prefix(most).map { block in
            let size = block.first.size == piecesMM ? "" : "; \(size(of: block))"
            piecesMM = block.first.size
            return "\(block.label): \(place(of: block))\(size)"
        }
        if blocks.count > most { places.append("and \(blocks.count - most) more places") }
        return places
    }

    /// `3 across, 2 deep, in the left back corner, on the floor`.
    private func place(of block: PieceBlock) -> String {
        let counts = zip(block.counts, ["across", "deep", "high"]).filter { $0.0 > 1 }.map {
            "\($0.0) \($0.1)"
        }
        let before = items[..<(block.number - 1)]
        return (counts + [side(of: block, before), level(of: block, before)]).joined(separator: ", ")
    }

    private func size(of block: PieceBlock) -> String {
        let size = block.first.size
        let each = block.pieces > 1 ? "each " : ""
        return "\(each)\(size.lengthMM) across, \(size.widthMM) deep, \(size.heightMM) mm high"
    }

    private func side(of block: PieceBlock, _ before: ArraySlice<PlacedItem>) -> String {
        let (left, right) = walls(of: block, along: 0)
        let (back, front) = walls(of: block, along: 1)
        let across = left ? "left" : right ? "right" : nil
        let deep = back ? "back" : front ? "front" : nil
        if let across, let deep { return "in the \(across) \(deep) corner" }
        let x =
            across.map { "at the \($0) wall" } ?? beside(block, before, along: 0).map { "right of \($0)" }
            ?? "\(block.start.xMM) mm from the left"
        let y =
            deep.map { "at the \($0) wall" } ?? beside(block, before, along: 1).map { "in front of \($0)" }
            ?? "\(block.start.yMM) mm from the back"
        return "\(x), \(y)"
    }

    /// Whether the block is at the wall where an axis begins, and at the one where it ends.
    private func walls(of block: PieceBlock, along axis: Int) -> (Bool, Bool) {
        let nearMM = min(Self.atWallMM, block.first.size.along(axis) / 2) + box.clearanceMM
        return (
            block.start.along(axis) <= nearMM, block.end.along(axis) >= box.inner.along(axis) - nearMM
        )
    }

    /// The SKU of the piece that the block stands against, on the side where the axis begins.
    private func beside(_ block: PieceBlock, _ before: ArraySlice<PlacedItem>, along axis: Int) -> String? {
        let near = before.filter { item in
            let gap = block.start.along(axis) - item.end.along(axis)
            return (0...PieceBlock.gapMM).contains(gap)
                && (0..<3).allSatisfy { $0 == axis || block.overlapMM(item, along: $0) > 0 }
        }
        return near.max { block.overlapMM($0, along: 1 - axis) < block.overlapMM($1, along: 1 - axis) }?.sku
    }

    private func level(of block: PieceBlock, _ before: ArraySlice<PlacedItem>) -> String {
        let over = before.filter { block.overlapMM($0, along: 0) > 0 && block.overlapMM($0, along: 1) > 0 }
        if over.contains(where: {
            $0.sku == block.first.sku && $0.end.zMM > block.start.zMM && $0.at.zMM < block.start.zMM
        }) {
            return "nested in the one below"
        }
        var skus: [String] = []
        for item in over
        where (0...PieceBlock.gapMM).contains(block.start.zMM - item.end.zMM) && !skus.contains(item.sku) {
            skus.append(item.sku)
        }
        if skus.isEmpty && block.start.zMM <= Self.atWallMM { return "on the floor" }
        switch skus.count {
        case 0: return "\(block.start.zMM) mm above the floor"
        case 1: return "on top of \(skus[0])"
        case 2: return "on top of \(skus[0]) and \(skus[1])"
        default: return "on top of \(skus[0]), \(skus[1]) and \(skus.count - 2) more"
        }
    }
}

extension PlacedItem {
    var end: BoxPosition {
        BoxPosition(xMM: at.xMM + size.lengthMM, yMM: at.yMM + size.widthMM, zMM: at.zMM + size.heightMM)
    }
}

extension PieceBlock {
    func overlapMM(_ item: PlacedItem, along axis: Int) -> Int {
        min(end.along(axis), item.end.along(axis)) - max(start.along(axis), item.at.along(axis))
    }
}
