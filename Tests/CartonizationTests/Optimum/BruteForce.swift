import Cartonization

/// The best packing of a few pieces by trying everything: every way to part them, every box for each part,
/// every turn and every place on the grid that all edges are multiples of. Only rules are shared with
/// anything, and those are ``PackingChecker``'s.
struct BruteForce {
    static let gridMM = 10

    let checker: PackingChecker
    let boxes: [BoxType]
    private let pieces: [Item]
    private var known: [Part: Bool] = [:]

    private struct Part: Hashable {
        let mask: Int
        let box: Int
    }

    init(_ items: [Item], boxes: [BoxType], rules: PackingRules) {
        self.boxes = boxes
        checker = PackingChecker(boxes: boxes, rules: rules)
        pieces = items.flatMap { item in
            var single = item
            single.quantity = 1
            return [Item](repeating: single, count: item.quantity)
        }
    }

    /// A way to pack: which boxes, what each holds weighs, and how many pieces are left.
    struct Answer {
        var left = 0
        var boxes: [(index: Int, contentsG: Int)] = []
    }

    /// The amounts of the best answer by `amounts`, least first.
    mutating func best(by amounts: (Answer) -> [Int]) -> [Int] {
        var best: [Int]?
        visit(part: 0, rest: (1 << pieces.count) - 1, Answer(), amounts, &best)
        return best ?? []
    }

    private mutating func visit(
        part: Int, rest: Int, _ answer: Answer, _ amounts: (Answer) -> [Int], _ best: inout [Int]?
    ) {
        guard rest != 0 else {
            let own = amounts(answer)
            if best.map({ own.lexicographicallyPrecedes($0) }) ?? true { best = own }
            return
        }
        let first = rest & -rest
        var others = (rest ^ first)
        // Every set that holds the first of the rest, in a box or, alone, left behind.
        var leaving = answer
        leaving.left += 1
        visit(part: part, rest: rest ^ first, leaving, amounts, &best)
        while true {
            let mask = first | others
            for box in boxes.indices where fits(Part(mask: mask, box: box)) {
                if answer.boxes.count(where: { $0.index == box }) >= boxes[box].supply ?? .max { continue }
                var next = answer
                next.boxes.append((box, members(mask).reduce(0) { $0 + pieces[$1].weightG }))
                visit(part: part + 1, rest: rest & ~mask, next, amounts, &best)
            }
            if others == 0 { break }
            others = (others - 1) & (rest ^ first)
        }
    }

    private func members(_ mask: Int) -> [Int] { pieces.indices.filter { mask & (1 << $0) != 0 } }

    private mutating func fits(_ part: Part) -> Bool {
        if let fits = known[part] { return fits }
        let usable = boxes[part.box].usable
        let volume = members(part.mask).reduce(0) { $0 + pieces[$1].size.volumeMM3 }
        let fits =
            volume <= usable.volumeMM3 && place(members(part.mask), on: [], from: 0, in: boxes[part.box])
        known[part] = fits
        return fits
    }

    /// Places the pieces from the bottom up, each no lower than the one before.
    private func place(_ rest: [Int], on placed: [CheckedPiece], from z0: Int, in box: BoxType) -> Bool {
        if rest.isEmpty { return true }
        var tried: [Item] = []
        for (number, index) in rest.enumerated() where !tried.contains(pieces[index]) {
            tried.append(pieces[index])
            var others = rest
            others.remove(at: number)
            for size in sizes(of: pieces[index]) {
                for z in stride(from: z0, through: box.inner.heightMM - size.heightMM, by: Self.gridMM) {
                    for y in stride(from: 0, through: box.inner.widthMM - size.widthMM, by: Self.gridMM) {
                        for x in stride(from: 0, through: box.inner.lengthMM - size.lengthMM, by: Self.gridMM)
                        {
                            let place = PlacedItem(
                                sku: pieces[index].sku, itemIndex: index,
                                at: BoxPosition(xMM: x, yMM: y, zMM: z), size: size)
                            let next = placed + [CheckedPiece(item: pieces[index], placed: place)]
                            if placed.contains(where: { $0.intersects(next[placed.count]) }) { continue }
                            if !checker.check(next, in: box).isEmpty { continue }
                            if self.place(others, on: next, from: z, in: box) { return true }
                        }
                    }
                }
            }
        }
        return false
    }

    private func sizes(of item: Item) -> [Size] {
        let (l, w, h) = (item.size.lengthMM, item.size.widthMM, item.size.heightMM)
        let turns: [(Rotation, Size)] = [
            (.lwh, Size(lengthMM: l, widthMM: w, heightMM: h)),
            (.wlh, Size(lengthMM: w, widthMM: l, heightMM: h)),
            (.lhw, Size(lengthMM: l, widthMM: h, heightMM: w)),
            (.hlw, Size(lengthMM: h, widthMM: l, heightMM: w)),
            (.whl, Size(lengthMM: w, widthMM: h, heightMM: l)),
            (.hwl, Size(lengthMM: h, widthMM: w, heightMM: l)),
        ]
        var sizes: [Size] = []
        for (turn, size) in turns where item.rotation.contains(turn) && !sizes.contains(size) {
            sizes.append(size)
        }
        return sizes
    }
}
