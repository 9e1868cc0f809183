/// What is packed when some boxes have been begun.
extension PackingSearch {
    /// The pieces of the question around those that are in begun boxes: into these as far as they go, the rest
    /// into further ones. Loose pieces are among the question's, placed ones are not.
    ///
    /// - Returns: the begun parcels first, in their order, each with what lies in it before all else; nil where
    ///   loose pieces find no place in their box.
    func solve(around begun: [BegunFill]) -> Draft? {
        for fill in begun where supply[fill.box] != .max { supply[fill.box] = max(0, supply[fill.box] - 1) }
        var counts = question.counts
        for fill in begun { counts = zip(counts, fill.loose).map(-) }
        var parcels: [DraftParcel] = []
        var parted = Draft()
        let bundled = begun.map { $0.bundles(question.kinds) }
        for (index, fill) in begun.dropLast().enumerated() {
            // What travels with the contents of a later box is kept for that.
            let kept = bundled[(index + 1)...].reduce(Set()) { $0.union($1) }.subtracting(bundled[index])
            guard let best = fills(of: fill, with: counts, keeping: kept).first else { return nil }
            counts = zip(counts, best.added).map(-)
            leaveParted(fill, &counts, &parted)
            parcels.append(best.parcel)
        }
        guard let last = begun.last else { return solve() }
        let fills = fills(of: last, with: counts, keeping: [])
        guard let (parcel, rest) = cheapest(of: fills, counts, last) else { return nil }
        var draft = rest
        for (kind, count) in parted.leftOverCounts.sorted(by: { $0.key < $1.key }) {
            draft.leaveBehind(kind, count, .notFound)
        }
        // One begun box that holds all cannot be bettered; of several, the weights may be divided otherwise.
        let isWhole = rest.parcels.isEmpty && draft.leftOverCounts.isEmpty
        draft.isOptimal = isWhole && (begun.count == 1 || judge.freight == nil)
        draft.parcels = parcels + [parcel] + rest.parcels
        draft.lowerBound = begun.count
        draft.isCut = isCut
        return draft
    }

    private struct Resumed {
        let parcel: DraftParcel
        /// For each kind, how many of the question's pieces were added.
        let added: [Int]
        let volume: Int64
    }

    /// Ways to go on with a begun box, the fullest first, each with all of its loose pieces.
    ///
    /// - Parameter bundles: those of which it gets nothing.
    private func fills(of begun: BegunFill, with counts: [Int], keeping bundles: Set<Int>) -> [Resumed] {
        let found = anyFills(of: begun, with: counts, keeping: bundles)
        guard found.isEmpty, begun.placed.isEmpty, begun.loose.contains(where: { $0 > 0 }) else {
            return found
        }
        // The pieces are known to be in the box, so a place for each exists.
        let effortEnd = work + (effort - work) / parameters.begun.looseParts
        guard let parcel = packThoroughly(begun.loose, into: begun.box, effortEnd: effortEnd) else {
            return []
        }
        var withPlaces = begun
        withPlaces.loosePlaces = parcel.pieces
        return anyFills(of: withPlaces, with: counts, keeping: bundles)
    }

    private func anyFills(of begun: BegunFill, with counts: [Int], keeping bundles: Set<Int>) -> [Resumed] {
        for companions in Offer.Companions.allCases {
            let offer = Offer(to: begun, of: counts, question.kinds, companions, keeping: bundles)
            let found = fills(of: begun, with: counts, offer)
            if !found.isEmpty { return found }
        }
        return []
    }

    /// The rest of a bundle whose box has no room for more of it stays behind.
    private func leaveParted(_ begun: BegunFill, _ counts: inout [Int], _ draft: inout Draft) {
        let bundles = begun.bundles(question.kinds)
        for kind in counts.indices where bundles.contains(question.kinds[kind].bundle) {
            draft.leaveBehind(kind, counts[kind], .notFound)
            counts[kind] = 0
        }
    }

    private func fills(of begun: BegunFill, with counts: [Int], _ offer: Offer) -> [Resumed] {
        var found: [Resumed] = []
        for order in PieceOrder.allCases {
            for score in PlaceScore.allCases {
                guard let next = resumed(begun, offer, by: order, score) else { continue }
                if next.added == counts { return [next] }
                if !found.contains(where: { $0.added == next.added }) { found.append(next) }
                if !hasEffort { break }
            }
        }
        return found.sorted { $0.volume > $1.volume }
    }

    private func resumed(_ begun: BegunFill, _ offer: Offer, by order: PieceOrder, _ score: PlaceScore)
        -> Resumed?
    {
        let fill = pool.acquire(box: begun.box)
        defer { pool.release(fill) }
        fill.pointee.resume(begun, leastEdge: leastEdge)
        guard placeLoose(begun, in: fill, by: order, score) else { return nil }
        let known = fill.pointee.placedCount
        let must = pieces(offer.must, by: order)
        sequence.set(must + pieces(offer.may, by: order))
        let isAll = fill.pointee.fill(sequence, by: score, stopsAtFirst: false, limit: limit, work: &work)
        if !isAll && sequence.rest[0] < must.count { return nil }
        let all = DraftParcel(fill.pointee).pieces
        let loose = Array(all[begun.placed.count..<known])
        let added = Array(all[known...])
        var addedCounts = begun.loose.map { _ in 0 }
        for piece in added { addedCounts[piece.kind] += 1 }
        guard offer.keepsBundles(addedCounts, question.kinds) else { return nil }
        return Resumed(
            parcel: DraftParcel(begun, loose: loose, added: added), added: addedCounts,
            volume: fill.pointee.usedVolume)
    }

    /// Gives the loose pieces places as if they had been put in after those whose places are known, and closes
    /// what is beneath them.
    private func placeLoose(_ begun: BegunFill, in fill: OpenBox, by order: PieceOrder, _ score: PlaceScore)
        -> Bool
    {
        for piece in begun.loosePlaces {
            fill.pointee.place(piece.kind, at: piece.place, isNested: piece.isNested)
        }
        if begun.loosePlaces.isEmpty {
            sequence.set(pieces(begun.loose, by: order))
            let isAll = fill.pointee.fill(
                sequence, by: score, stopsAtFirst: true, later: leastEdge, limit: limit, work: &work)
            if !isAll { return false }
        }
        fill.pointee.closeBelow()
        return true
    }

    /// The fill that, with further boxes for what it leaves, has the least value; and these boxes.
    private func cheapest(of fills: [Resumed], _ counts: [Int], _ begun: BegunFill) -> (
        DraftParcel, rest: Draft
    )? {
        let supplyBefore = supply
        var best: (value: Value, parcel: DraftParcel, rest: Draft)?
        for fill in fills.prefix(parameters.begun.fillsFollowed) {
            supply = supplyBefore
            var left = zip(counts, fill.added).map(-)
            var parted = Draft()
            leaveParted(begun, &left, &parted)
            var rest = solve(left)
            for (kind, count) in parted.leftOverCounts.sorted(by: { $0.key < $1.key }) {
                rest.leaveBehind(kind, count, .notFound)
            }
            var value = judge.value(box: fill.parcel.box, contentsG: weightG(fill.parcel))
            value.unpacked = rest.leftOverCounts.values.reduce(0, +)
            for parcel in rest.parcels { value += judge.value(box: parcel.box, contentsG: weightG(parcel)) }
            if best.map({ value < $0.value }) ?? true { best = (value, fill.parcel, rest) }
        }
        return best.map { ($0.parcel, $0.rest) }
    }
}

/// What is offered to a begun box.
private struct Offer {
    /// The rest of the bundles that are in it.
    let must: [Int]
    let may: [Int]

    /// Which bundles are offered, the most first.
    enum Companions: CaseIterable {
        /// The rest of those that are in the box, and others.
        case all
        case ownAlone
        case none
    }

    init(
        to begun: BegunFill, of counts: [Int], _ kinds: [PieceKind], _ companions: Companions,
        keeping kept: Set<Int>
    ) {
        let bundles = begun.bundles(kinds)
        let isClosed = begun.isFull || begun.kinds.contains { kinds[$0].hasOwnBox }
        must = counts.indices.map { kind in
            !isClosed && companions != .none && bundles.contains(kinds[kind].bundle) ? counts[kind] : 0
        }
        may = counts.indices.map { kind in
            let bundle = kinds[kind].bundle
            let isOther = !bundles.contains(bundle) && !kept.contains(bundle)
            let isOffered = bundle < 0 || (companions == .all && isOther)
            return isClosed || kinds[kind].hasOwnBox || !isOffered ? 0 : counts[kind]
        }
    }

    /// Whether every bundle that was offered has gone in wholly or not at all.
    func keepsBundles(_ added: [Int], _ kinds: [PieceKind]) -> Bool {
        let parted = may.indices.filter { kinds[$0].bundle >= 0 && added[$0] != may[$0] && may[$0] > 0 }
        return !parted.contains { part in
            may.indices.contains { kinds[$0].bundle == kinds[part].bundle && may[$0] > 0 && added[$0] > 0 }
        }
    }
}
