import Cartonization

/// Judges a packing by the words of the rules alone; shares no code with the search.
struct PackingChecker {
    /// The rules by name.
    enum Rule: String, CaseIterable {
        case knownBox, supply, pieces, bound, inside, overlap, rotation, grossWeight, weightClaimed, maxItems
        case emptyParcel, ownBox, neverWith, withGroup, sequence, support, centre, floorOnly, notStackable
        case fragile, topLoad, stack
    }

    /// What is wrong, and with what.
    struct Breach: CustomStringConvertible {
        let rule: Rule
        let what: String
        var description: String { "\(rule.rawValue): \(what)" }
    }

    let boxes: [BoxType]
    var rules = PackingRules()

    /// Every breach; empty where the packing is sound.
    func breaches(_ packing: Packing, of items: [Item]) -> [Breach] {
        var breaches: [Breach] = []
        for (number, parcel) in packing.parcels.enumerated() {
            guard let box = boxes.first(where: { $0.id == parcel.boxID }) else {
                breaches.append(Breach(rule: .knownBox, what: parcel.boxID))
                continue
            }
            let pieces = parcel.items.map { CheckedPiece(item: items[$0.itemIndex], placed: $0) }
            breaches += check(pieces, in: box, claimed: parcel.weightG).map {
                Breach(rule: $0.rule, what: "parcel \(number): \($0.what)")
            }
        }
        return breaches + checkCounts(packing, of: items) + checkBundles(packing, of: items)
    }

    private func checkCounts(_ packing: Packing, of items: [Item]) -> [Breach] {
        var breaches: [Breach] = []
        var counts = [Int](repeating: 0, count: items.count)
        for piece in packing.parcels.flatMap(\.items) { counts[piece.itemIndex] += 1 }
        for left in packing.unpacked { counts[left.itemIndex] += left.quantity }
        for (count, item) in zip(counts, items) where count != item.quantity {
            breaches.append(Breach(rule: .pieces, what: "\(count) of \(item.quantity) \(item.sku)"))
        }
        for box in boxes where packing.parcels.count(where: { $0.boxID == box.id }) > box.supply ?? .max {
            breaches.append(Breach(rule: .supply, what: box.id))
        }
        if packing.unpacked.isEmpty && packing.lowerBound > packing.parcels.count {
            breaches.append(Breach(rule: .bound, what: "\(packing.lowerBound) of \(packing.parcels.count)"))
        }
        return breaches
    }

    /// Items that name one bundle, or whose group it is, share a parcel; a box of its own goes before that.
    private func checkBundles(_ packing: Packing, of items: [Item]) -> [Breach] {
        let names = Set(items.compactMap(\.withGroup))
        return names.sorted().compactMap { name in
            let homes = packing.parcels.indices.filter { parcel in
                packing.parcels[parcel].items.contains {
                    let item = items[$0.itemIndex]
                    return !item.hasOwnBox && (item.withGroup == name || item.group == name)
                }
            }
            return homes.count > 1 ? Breach(rule: .withGroup, what: "\(name) is in parcels \(homes)") : nil
        }
    }

    /// One parcel.
    func check(_ pieces: [CheckedPiece], in box: BoxType, claimed: Int? = nil) -> [Breach] {
        var breaches: [Breach] = []
        func breach(_ rule: Rule, _ what: String) { breaches.append(Breach(rule: rule, what: what)) }
        let weightG = pieces.reduce(box.tareG) { $0 + $1.item.weightG }
        if let claimed, claimed != weightG { breach(.weightClaimed, "\(claimed) for \(weightG) g") }
        if weightG > box.maxGrossG ?? .max { breach(.grossWeight, "\(weightG) g") }
        if pieces.count > box.maxItems ?? .max { breach(.maxItems, "\(pieces.count)") }
        if pieces.isEmpty { breach(.emptyParcel, box.id) }
        for (index, piece) in pieces.enumerated() {
            if !isInside(piece, box) { breach(.inside, "\(piece)") }
            if !isTurnedRightly(piece) { breach(.rotation, "\(piece)") }
            if piece.item.hasOwnBox && pieces.count > 1 { breach(.ownBox, "\(piece)") }
            for other in pieces[(index + 1)...] {
                if piece.intersects(other) && !other.isNested(on: piece) {
                    breach(.overlap, "\(piece), \(other)")
                }
                if piece.mustNotMeet(other) || other.mustNotMeet(piece) {
                    breach(.neverWith, "\(piece), \(other)")
                }
                if piece.planOverlap(other) > 0 && other.hi[2] <= piece.lo[2] {
                    breach(.sequence, "\(piece), \(other)")
                }
            }
        }
        return breaches + StackCheck(pieces, rules: rules).breaches
    }

    private func isInside(_ piece: CheckedPiece, _ box: BoxType) -> Bool {
        var giveMM = 0
        if case .mailer(let give) = box.kind { giveMM = give }
        let room = [
            box.inner.lengthMM - box.clearanceMM, box.inner.widthMM - box.clearanceMM,
            box.inner.heightMM + giveMM - box.clearanceMM,
        ]
        let start = [box.clearanceMM, box.clearanceMM, 0]
        return (0..<3).allSatisfy { piece.lo[$0] >= start[$0] && piece.hi[$0] <= room[$0] }
    }

    private func isTurnedRightly(_ piece: CheckedPiece) -> Bool {
        let own = piece.item.size
        let (l, w, h) = (own.lengthMM, own.widthMM, own.heightMM)
        let turns: [(Rotation, [Int])] = [
            (.lwh, [l, w, h]), (.wlh, [w, l, h]), (.lhw, [l, h, w]), (.hlw, [h, l, w]), (.whl, [w, h, l]),
            (.hwl, [h, w, l]),
        ]
        let placed = [piece.placed.size.lengthMM, piece.placed.size.widthMM, piece.placed.size.heightMM]
        return turns.contains { piece.item.rotation.contains($0.0) && $0.1 == placed }
    }
}

/// A piece as reported, with the item it stands for and the corners that it has with its padding.
struct CheckedPiece: CustomStringConvertible {
    let item: Item
    let placed: PlacedItem
    let lo: [Int]
    let hi: [Int]

    init(item: Item, placed: PlacedItem) {
        self.item = item
        self.placed = placed
        let at = [placed.at.xMM, placed.at.yMM, placed.at.zMM]
        let size = [placed.size.lengthMM, placed.size.widthMM, placed.size.heightMM]
        lo = at.map { $0 - item.paddingMM }
        hi = zip(at, size).map { $0 + $1 + item.paddingMM }
    }

    var description: String { "\(item.sku) from \(lo) to \(hi)" }
    var base: Int { (hi[0] - lo[0]) * (hi[1] - lo[1]) }

    private func overlap(_ other: CheckedPiece, _ axis: Int) -> Int {
        min(hi[axis], other.hi[axis]) - max(lo[axis], other.lo[axis])
    }

    func intersects(_ other: CheckedPiece) -> Bool { (0..<3).allSatisfy { overlap(other, $0) > 0 } }

    /// The area of both seen from above.
    func planOverlap(_ other: CheckedPiece) -> Int { max(0, overlap(other, 0)) * max(0, overlap(other, 1)) }

    func mustNotMeet(_ other: CheckedPiece) -> Bool { other.item.group.map(item.neverWith.contains) ?? false }

    /// Whether it stands in the same stack of nested pieces, higher up.
    func isNested(on other: CheckedPiece) -> Bool {
        guard let nest = item.nestMM, item.isLike(other.item) else { return false }
        return lo[0] == other.lo[0] && hi[0] == other.hi[0] && lo[1] == other.lo[1] && hi[1] == other.hi[1]
            && lo[2] > other.lo[2] && (lo[2] - other.lo[2]) % nest == 0
    }
}

extension Item {
    /// Whether pieces of the two are alike.
    fileprivate func isLike(_ other: Item) -> Bool {
        var same = other
        same.sku = sku
        same.quantity = quantity
        return same == self
    }
}
