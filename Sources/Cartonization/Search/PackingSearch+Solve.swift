extension PackingSearch {
    /// The whole search: what fits no box stays behind, what ships alone goes alone, bundles first where they
    /// cannot all go with the rest.
    func solve() -> Draft { solve(question.counts) }

    func solve(_ asked: [Int]) -> Draft {
        var counts = asked
        var draft = Draft()
        leaveImpossible(&counts, into: &draft)
        // Before lone pieces get boxes that the rest might have had.
        let leastOfRest = parcelsLeast(
            counts.indices.map { question.kinds[$0].hasOwnBox ? 0 : counts[$0] })
        packAlone(&counts, into: &draft)
        let alone = draft.parcels.count
        draft.lowerBound = alone + leastOfRest
        guard counts.contains(where: { $0 > 0 }) else {
            draft.isOptimal = isOptimal
            return draft
        }
        isOptimal = false
        var isAll = true
        if !packTogether(counts, into: &draft) {
            if isOneBoxExcluded && (alone == 0 || !boxesAreScarce) {
                draft.lowerBound = max(draft.lowerBound, alone + max(2, parcelsLeastByScales(counts)))
            }
            if question.kinds.contains(where: { $0.bundle >= 0 }) {
                isAll = packBundles(&counts, into: &draft)
            }
            if counts.contains(where: { $0 > 0 }), !packTogether(counts, into: &draft) {
                packInMany(counts, into: &draft)
            }
        }
        // Pieces apart and bundles are packed one after the other, which proves nothing of the whole.
        let isOneQuestion = alone == 0 && !question.kinds.contains { $0.bundle >= 0 }
        draft.isOptimal = isOptimal && isAll && !isCut && (isOneQuestion || draft.parcels.count == 1)
        // Fewer boxes than were asked for may be there.
        if !isAll || counts.indices.contains(where: { draft.leftOver[$0] == .noBoxLeft }) {
            draft.lowerBound = min(draft.lowerBound, draft.parcels.count)
        }
        draft.isCut = isCut
        return draft
    }

    /// Leaves what fits no box, and the whole bundle of a piece that does not.
    private func leaveImpossible(_ counts: inout [Int], into draft: inout Draft) {
        var torn: Set<Int> = []
        for kind in counts.indices where counts[kind] > 0 {
            guard let reason = whyNever(kind) else { continue }
            draft.leaveBehind(kind, counts[kind], reason)
            counts[kind] = 0
            torn.insert(question.kinds[kind].bundle)
        }
        for kind in counts.indices
        where question.kinds[kind].bundle >= 0 && torn.contains(question.kinds[kind].bundle) {
            draft.leaveBehind(kind, counts[kind], .groupDoesNotFit)
            counts[kind] = 0
        }
    }

    private func packTogether(_ counts: [Int], into draft: inout Draft) -> Bool {
        guard
            let (parcel, isOptimal) = singleBox(
                counts, effortEnd: work + (effort - work) / parameters.togetherParts)
        else {
            return false
        }
        self.isOptimal = isOptimal
        let parcels = dividingPays(counts, parcel) ? divided(counts, parcel) : [parcel]
        for parcel in parcels { supply[parcel.box] -= 1 }
        draft.parcels += parcels
        return true
    }

    /// Whether several boxes may be better than the one found; proven otherwise where they are not.
    private func dividingPays(_ counts: [Int], _ parcel: DraftParcel) -> Bool {
        if judge.profile.wantsFewestParcels || counts.reduce(0, +) == 1 { return false }
        let value = judge.value(box: parcel.box, contentsG: weightG(counts))
        return lowerValue(counts, parcelsLeast: 2, below: value) < value
    }

    /// The better of the one parcel found and several, where the pieces may be parted.
    private func divided(_ counts: [Int], _ parcel: DraftParcel) -> [DraftParcel] {
        let isWhole = counts.indices.contains { counts[$0] > 0 && question.kinds[$0].bundle >= 0 }
        isOptimal = false
        if isWhole { return [parcel] }
        let (parcels, left) = manyBoxes(counts)
        let value = parcels.reduce(Value()) { $0 + judge.value(box: $1.box, contentsG: weightG($1)) }
        let isBetter =
            left.allSatisfy { $0 == 0 } && value < judge.value(box: parcel.box, contentsG: weightG(counts))
        isOptimal = isOptimal && isBetter
        return isBetter ? parcels : [parcel]
    }

    private func packInMany(_ counts: [Int], into draft: inout Draft) {
        let (parcels, left) = manyBoxes(counts)
        draft.parcels += parcels
        for (kind, count) in left.enumerated() where count > 0 {
            draft.leaveBehind(kind, count, .noBoxLeft)
            isOptimal = false
        }
    }

    func whyNever(_ kind: Int) -> UnpackedItem.Reason? {
        let fitting = (0..<tables.boxCount).filter { tables.fits(kind: kind, box: $0) }
        if fitting.isEmpty { return .tooLarge }
        let weightG = question.kinds[kind].weightG
        return fitting.allSatisfy { tables.boxes[$0].payloadG < weightG } ? .tooHeavy : nil
    }

    /// Pieces with a box of their own: each in the cheapest that is left.
    private func packAlone(_ counts: inout [Int], into draft: inout Draft) {
        isOptimal = true
        for kind in counts.indices where question.kinds[kind].hasOwnBox && counts[kind] > 0 {
            for box in judge.ranked(contentsG: question.kinds[kind].weightG) {
                guard let piece = alone(kind, in: box) else { continue }
                let used = min(counts[kind], supply[box])
                supply[box] -= used
                counts[kind] -= used
                draft.parcels += [DraftParcel](
                    repeating: DraftParcel(box: box, pieces: [piece]), count: used)
            }
            draft.leaveBehind(kind, counts[kind], .noBoxLeft)
            counts[kind] = 0
        }
        if boxesAreScarce { isOptimal = false }
    }

    /// A piece in the corner of an empty box of type `box`; nil where it must not be there.
    private func alone(_ kind: Int, in box: Int) -> DraftPiece? {
        let facts = tables.kinds[kind]
        let inside = tables.boxes[box]
        guard facts.weightG <= inside.payloadG else { return nil }
        let room = Lengths(inside.l, inside.w, inside.h)
        for index in Int(facts.turnStart)..<Int(facts.turnEnd) where tables.turns[index].areWithin(room) {
            return DraftPiece(kind: kind, place: Cuboid(low: Lengths(0, 0, 0), high: tables.turns[index]))
        }
        return nil
    }

    private var boxesAreScarce: Bool { judge.boxes.contains { $0.supply != nil } }
}
