import Cartonization

/// Counts what is wrong in the packings of a benchmark; shares no code with the search.
struct PackingAudit {
    let boxes: [String: BoxType]
    let supportShare: Int
    private(set) var packings = 0
    private(set) var breaches = 0
    /// Pieces above the floor with nothing under them.
    private(set) var floating = 0

    init(boxes: [BoxType], supportShare: Int) {
        self.boxes = Dictionary(uniqueKeysWithValues: boxes.map { ($0.id, $0) })
        self.supportShare = supportShare
    }

    var description: String {
        "\(packings) packings checked, \(breaches) breaches, \(floating) floating pieces"
    }

    mutating func check(_ packing: Packing, of items: [Item]) {
        packings += 1
        var packed = items.map { _ in 0 }
        for parcel in packing.parcels {
            guard let box = boxes[parcel.boxID] else {
                breaches += 1
                continue
            }
            for piece in parcel.items { packed[piece.itemIndex] += 1 }
            check(parcel.items, in: box, items: items)
            let weightG = parcel.items.reduce(box.tareG) { $0 + items[$1.itemIndex].weightG }
            if weightG != parcel.weightG || weightG > box.maxGrossG ?? .max { breaches += 1 }
        }
        for left in packing.unpacked { packed[left.itemIndex] += left.quantity }
        breaches += zip(items, packed).count { $0.quantity != $1 }
    }

    private mutating func check(_ pieces: [PlacedItem], in box: BoxType, items: [Item]) {
        let inner = [box.inner.lengthMM, box.inner.widthMM, box.inner.heightMM]
        let lows = pieces.map { [$0.at.xMM, $0.at.yMM, $0.at.zMM] }
        let highs = zip(lows, pieces).map { low, piece in
            [low[0] + piece.size.lengthMM, low[1] + piece.size.widthMM, low[2] + piece.size.heightMM]
        }
        for (index, piece) in pieces.enumerated() {
            let isInside = (0..<3).allSatisfy { lows[index][$0] >= 0 && highs[index][$0] <= inner[$0] }
            if !isInside || !isTurnedRightly(piece, items[piece.itemIndex]) { breaches += 1 }
            var contact = 0
            for other in pieces.indices where other != index {
                let shared = (0..<3).map {
                    min(highs[index][$0], highs[other][$0]) - max(lows[index][$0], lows[other][$0])
                }
                if other > index && shared.allSatisfy({ $0 > 0 }) { breaches += 1 }
                if highs[other][2] == lows[index][2] { contact += max(0, shared[0]) * max(0, shared[1]) }
            }
            guard lows[index][2] > 0 else { continue }
            if contact == 0 { floating += 1 }
            if contact * 10_000 < piece.size.lengthMM * piece.size.widthMM * supportShare { breaches += 1 }
        }
    }

    private func isTurnedRightly(_ piece: PlacedItem, _ item: Item) -> Bool {
        let placed = [piece.size.lengthMM, piece.size.widthMM, piece.size.heightMM]
        let own = [item.size.lengthMM, item.size.widthMM, item.size.heightMM]
        switch item.rotation {
        case .none: return placed == own
        case .upright: return placed[2] == own[2] && placed[0...1].sorted() == own[0...1].sorted()
        default: return placed.sorted() == own.sorted()
        }
    }
}
