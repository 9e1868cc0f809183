/// Turns a draft, which speaks of kinds, into the answer, which speaks of items.
struct PackingWriter {
    let items: [Item]
    let boxes: [BoxType]
    let question: Question
    let sources: [[Question.Source]]
    /// The boxes that were begun: the first parcels of the draft.
    var begun: [BegunParcel] = []
    var kindOfItem: [Int] = []

    func packing(_ draft: Draft) -> Packing {
        var supplies = sources.map { SourceQueue($0) }
        let parcels = draft.parcels.enumerated().map { index, parcel in
            index < begun.count
                ? resumed(parcel, begun[index], from: &supplies) : self.parcel(of: parcel, from: &supplies)
        }
        return Packing(
            parcels: parcels, unpacked: unpacked(draft, from: &supplies), lowerBound: draft.lowerBound,
            isOptimal: draft.isOptimal, isCut: draft.isCut)
    }

    private func parcel(of draft: DraftParcel, from supplies: inout [SourceQueue]) -> PackedParcel {
        let clearanceMM = boxes[draft.box].clearanceMM
        var weightG = boxes[draft.box].tareG
        var placed: [PlacedItem] = []
        for piece in PackSequence.sorted(draft.pieces) {
            let itemIndex = supplies[piece.kind].nextItem()
            weightG += question.kinds[piece.kind].weightG
            placed.append(place(piece, itemIndex: itemIndex, clearanceMM: clearanceMM))
        }
        return PackedParcel(boxID: boxes[draft.box].id, items: placed, weightG: weightG)
    }

    /// A begun parcel: what was placed as it was, then what lies loose in it, then the rest. Loose pieces come
    /// from their own items.
    private func resumed(_ draft: DraftParcel, _ begun: BegunParcel, from supplies: inout [SourceQueue])
        -> PackedParcel
    {
        var loose = SourceQueue.queues(
            of: begun.loose, kindOfItem: kindOfItem, kindCount: question.kinds.count)
        let box = boxes[draft.box]
        var items = begun.placed
        for piece in PackSequence.sorted(draft.loose) {
            items.append(place(piece, itemIndex: loose[piece.kind].nextItem(), clearanceMM: box.clearanceMM))
        }
        for piece in PackSequence.sorted(draft.pieces) {
            items.append(
                place(piece, itemIndex: supplies[piece.kind].nextItem(), clearanceMM: box.clearanceMM))
        }
        let weightG = items.reduce(box.tareG) { $0 + self.items[$1.itemIndex].weightG }
        return PackedParcel(boxID: box.id, items: items, weightG: weightG)
    }

    private func place(_ piece: DraftPiece, itemIndex: Int, clearanceMM: Int) -> PlacedItem {
        let kind = question.kinds[piece.kind]
        let padding = kind.paddingMM
        let place = piece.place
        let z0 = piece.isNested ? Int(place.z1) - kind.size.heightMM : Int(place.z0)
        return PlacedItem(
            sku: items[itemIndex].sku, itemIndex: itemIndex,
            at: BoxPosition(
                xMM: Int(place.x0) + padding + clearanceMM, yMM: Int(place.y0) + padding + clearanceMM,
                zMM: z0 + padding),
            size: Size(
                lengthMM: Int(place.x1 - place.x0) - 2 * padding,
                widthMM: Int(place.y1 - place.y0) - 2 * padding,
                heightMM: Int(place.z1) - z0 - 2 * padding))
    }

    private func unpacked(_ draft: Draft, from supplies: inout [SourceQueue]) -> [UnpackedItem] {
        var left: [UnpackedItem] = []
        for (kind, count) in draft.leftOverCounts.sorted(by: { $0.key < $1.key }) {
            var countOfItem: [Int: Int] = [:]
            for _ in 0..<count { countOfItem[supplies[kind].nextItem(), default: 0] += 1 }
            for (itemIndex, quantity) in countOfItem.sorted(by: { $0.key < $1.key }) {
                left.append(
                    UnpackedItem(
                        sku: items[itemIndex].sku, itemIndex: itemIndex, quantity: quantity,
                        reason: draft.leftOver[kind] ?? .noBoxLeft))
            }
        }
        return left.sorted { $0.itemIndex < $1.itemIndex }
    }
}

/// Hands out the items that the pieces of a kind come from, one piece at a time.
struct SourceQueue {
    private let sources: [Question.Source]
    private var position = 0
    /// How many pieces of the present source have been handed out.
    private var handedOut = 0

    init(_ sources: [Question.Source]) { self.sources = sources }

    /// For each kind a queue of the loose pieces of a begun parcel.
    static func queues(of loose: [BegunParcel.Loose], kindOfItem: [Int], kindCount: Int) -> [SourceQueue] {
        var sources = [[Question.Source]](repeating: [], count: kindCount)
        for part in loose {
            sources[kindOfItem[part.itemIndex]].append(
                Question.Source(itemIndex: part.itemIndex, quantity: part.quantity))
        }
        return sources.map { SourceQueue($0) }
    }

    /// - Precondition: called no more often than the sources have pieces.
    /// The index of the item that the next piece comes from.
    mutating func nextItem() -> Int {
        if handedOut == sources[position].quantity {
            position += 1
            handedOut = 0
        }
        handedOut += 1
        return sources[position].itemIndex
    }
}
