import Cartonization

/// Judges a packing by the rules alone; shares no code with the search.
struct PackingChecker {
    let boxes: [BoxType]
    let supportShare: Int

    /// A piece as reported, with what it stands for.
    private struct Piece {
        let item: Item
        let placed: PlacedItem
        /// The corners of the piece with its padding.
        var lo: [Int]
        var hi: [Int]

        init(item: Item, placed: PlacedItem) {
            self.item = item
            self.placed = placed
            let at = [placed.at.xMM, placed.at.yMM, placed.at.zMM]
            let size = [placed.size.lengthMM, placed.size.widthMM, placed.size.heightMM]
            lo = at.map { $0 - item.paddingMM }
            hi = zip(at, size).map { $0 + $1 + item.paddingMM }
        }

        func overlap(_ other: Piece, _ axis: Int) -> Int { min(hi[axis], other.hi[axis]) - max(lo[axis], other.lo[axis]) }

        func planOverlap(_ other: Piece) -> Int { max(0, overlap(other, 0)) * max(0, overlap(other, 1)) }

        func isNested(on other: Piece) -> Bool {
            guard let nest = item.nestMM, item == other.item else { return false }
            return lo[0] == other.lo[0] && hi[0] == other.hi[0] && lo[1] == other.lo[1] && hi[1] == other.hi[1]
                && lo[2] > other.lo[2] && (lo[2] - other.lo[2]) % nest == 0
        }
    }

    /// Every breach, in words; empty where the packing is sound.
    func breaches(_ packing: Packing, of items: [Item]) -> [String] {
        var breaches: [String] = []
        var used: [String: Int] = [:]
        var packed = [Int](repeating: 0, count: items.count)
        var parcelsOfBundle: [String: Set<Int>] = [:]
        for (number, parcel) in packing.parcels.enumerated() {
            guard let box = boxes.first(where: { $0.id == parcel.boxID }) else { return ["no box \(parcel.boxID)"] }
            used[box.id, default: 0] += 1
            let pieces = parcel.items.map { Piece(item: items[$0.itemIndex], placed: $0) }
            for piece in pieces {
                packed[piece.placed.itemIndex] += 1
                // A box of its own goes before company.
                if let bundle = piece.item.withGroup, !piece.item.hasOwnBox { parcelsOfBundle[bundle, default: []].insert(number) }
            }
            breaches += check(pieces, in: box, gross: parcel.weightG)
        }
        for left in packing.unpacked { packed[left.itemIndex] += left.quantity }
        for (index, item) in items.enumerated() where packed[index] != item.quantity {
            breaches.append("\(packed[index]) of \(item.quantity) \(item.sku)")
        }
        for box in boxes where used[box.id, default: 0] > box.supply ?? .max { breaches.append("supply of \(box.id)") }
        for (bundle, parcels) in parcelsOfBundle where parcels.count > 1 { breaches.append("bundle \(bundle) apart") }
        if packing.lowerBound > packing.parcels.count && packing.unpacked.isEmpty { breaches.append("bound") }
        return breaches
    }

    private func check(_ pieces: [Piece], in box: BoxType, gross: Int) -> [String] {
        var breaches: [String] = []
        let weightG = pieces.reduce(box.tareG) { $0 + $1.item.weightG }
        if weightG != gross { breaches.append("weight told wrongly") }
        if weightG > box.maxGrossG ?? .max { breaches.append("too heavy") }
        if pieces.count > box.maxItems ?? .max { breaches.append("too many pieces") }
        if pieces.isEmpty { breaches.append("an empty parcel") }
        for (index, piece) in pieces.enumerated() {
            breaches += checkAlone(piece, in: box)
            if piece.item.hasOwnBox && pieces.count > 1 { breaches.append("own box shared") }
            for other in pieces[(index + 1)...] {
                if (0..<3).allSatisfy({ piece.overlap(other, $0) > 0 }) && !other.isNested(on: piece) {
                    breaches.append("\(piece.placed) overlaps \(other.placed)")
                }
                if let group = other.item.group, piece.item.neverWith.contains(group) { breaches.append("company") }
                if let group = piece.item.group, other.item.neverWith.contains(group) { breaches.append("company") }
                if piece.planOverlap(other) > 0 && other.hi[2] <= piece.lo[2] { breaches.append("sequence") }
            }
        }
        return breaches + checkStacking(pieces)
    }

    private func checkAlone(_ piece: Piece, in box: BoxType) -> [String] {
        var breaches: [String] = []
        var give = 0
        if case .mailer(let giveMM) = box.kind { give = giveMM }
        let room = [
            box.inner.lengthMM - box.clearanceMM, box.inner.widthMM - box.clearanceMM,
            box.inner.heightMM + give - box.clearanceMM,
        ]
        let start = [box.clearanceMM, box.clearanceMM, 0]
        if zip(piece.lo, start).contains(where: { $0 < $1 }) || zip(piece.hi, room).contains(where: { $0 > $1 }) {
            breaches.append("\(piece.placed) is outside \(box.id)")
        }
        let (own, turned) = (piece.item.size, piece.placed.size)
        let turns: [(Rotation, [Int])] = [
            (.lwh, [own.lengthMM, own.widthMM, own.heightMM]), (.wlh, [own.widthMM, own.lengthMM, own.heightMM]),
            (.lhw, [own.lengthMM, own.heightMM, own.widthMM]), (.hlw, [own.heightMM, own.lengthMM, own.widthMM]),
            (.whl, [own.widthMM, own.heightMM, own.lengthMM]), (.hwl, [own.heightMM, own.widthMM, own.lengthMM]),
        ]
        let placed = [turned.lengthMM, turned.widthMM, turned.heightMM]
        if !turns.contains(where: { piece.item.rotation.contains($0.0) && $0.1 == placed }) {
            breaches.append("\(piece.placed) is turned wrongly")
        }
        return breaches
    }

    private func checkStacking(_ pieces: [Piece]) -> [String] {
        var breaches: [String] = []
        var load = [Double](repeating: 0, count: pieces.count)
        var depth = [Int](repeating: 1, count: pieces.count)
        var height = [Int](repeating: 1, count: pieces.count)
        let below = pieces.map { piece in supports(of: piece, in: pieces) }
        let upward = pieces.indices.sorted { pieces[$0].lo[2] < pieces[$1].lo[2] }
        for index in upward {
            let piece = pieces[index]
            for under in below[index] { depth[index] = max(depth[index], depth[under.index] + 1) }
            guard piece.lo[2] > 0 else { continue }
            if piece.item.isFloorOnly { breaches.append("floor only") }
            let base = (piece.hi[0] - piece.lo[0]) * (piece.hi[1] - piece.lo[1])
            let contact = below[index].reduce(0) { $0 + $1.area }
            if contact * 10_000 < base * supportShare { breaches.append("\(piece.placed) rests on \(contact) of \(base)") }
            for under in below[index] where !pieces[under.index].item.isStackable { breaches.append("on a piece not stackable") }
            for other in pieces where other.item.isFragile && other.placed != piece.placed {
                if piece.lo[2] >= other.hi[2] && piece.planOverlap(other) > 0 { breaches.append("above a fragile piece") }
            }
        }
        for index in upward.reversed() {
            let total = below[index].reduce(0) { $0 + $1.area }
            for under in below[index] {
                height[under.index] = max(height[under.index], height[index] + 1)
                load[under.index] += (load[index] + Double(pieces[index].item.weightG)) * Double(under.area) / Double(total)
            }
        }
        for (index, piece) in pieces.enumerated() {
            if load[index] > Double(piece.item.topLoadMaxG ?? .max) + 1e-3 { breaches.append("load \(load[index])") }
            if depth[index] + height[index] - 1 > piece.item.stackMax ?? .max { breaches.append("stack too high") }
        }
        return breaches
    }

    /// What a piece touches from above, and how much of it. A nested piece stands in the next lower of its stack.
    private func supports(of piece: Piece, in pieces: [Piece]) -> [(index: Int, area: Int)] {
        let nest = pieces.indices.filter { piece.isNested(on: pieces[$0]) }
        if let lower = nest.max(by: { pieces[$0].lo[2] < pieces[$1].lo[2] }),
            piece.lo[2] - pieces[lower].lo[2] == piece.item.nestMM
        {
            return [(lower, (piece.hi[0] - piece.lo[0]) * (piece.hi[1] - piece.lo[1]))]
        }
        return pieces.indices.compactMap { index in
            let area = pieces[index].hi[2] == piece.lo[2] ? pieces[index].planOverlap(piece) : 0
            return area > 0 ? (index, area) : nil
        }
    }
}
