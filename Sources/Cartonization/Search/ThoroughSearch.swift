/// One type of box, searched until a part of the effort is spent.
extension PackingSearch {
    /// A pattern where all pieces are alike; blocks sawn from the box, then layers, then changed orders until the
    /// effort is spent.
    func packThoroughly(_ counts: [Int], into box: Int, effortEnd: Int) -> DraftParcel? {
        if let parcel = packUniformly(counts, into: box) { return parcel }
        func share(_ percent: Int) -> Int { work + max(0, effortEnd - work) * percent / 100 }
        let thorough = parameters.thorough
        let shares = tables.turnsMatter ? thorough.sharesWhereTurnsMatter : thorough.shares
        if let parcel = packByBlocks(counts, into: box, effortEnd: share(shares.blocksPercent)) {
            return parcel
        }
        if let parcel = packFew(counts, into: box, effortEnd: share(shares.layersPercent)) { return parcel }
        if let parcel = packByLayers(counts, into: box, effortEnd: share(shares.layersPercent)) {
            return parcel
        }
        return packByChangedOrders(counts, into: box, effortEnd: effortEnd)
    }

    private func packUniformly(_ counts: [Int], into box: Int) -> DraftParcel? {
        sequence.set(pieces(counts, by: .volume))
        guard hasPattern(box: box) else { return nil }
        let open = fillUniformly(box: box)
        defer { pool.release(open) }
        return sequence.restCount == 0 ? DraftParcel(open.pointee) : nil
    }

    private func packByBlocks(_ counts: [Int], into box: Int, effortEnd: Int) -> DraftParcel? {
        guard !tables.hasNests, var builder = BlockBuilder(counts, tables: tables, box: box) else {
            return nil
        }
        for width in parameters.thorough.blockWidths where hasEffort && work < effortEnd {
            let parcel = builder.build(width: width, work: &work, effort: effortEnd, deadline: deadline) {
                pieces in
                self.lowered(pieces, in: box)
            }
            if let parcel { return parcel }
        }
        return nil
    }

    /// The pieces lowered onto what is below them, if they stand there by all rules.
    func lowered(_ pieces: [DraftPiece], in box: Int) -> DraftParcel? {
        let fill = pool.acquire(box: box)
        defer { pool.release(fill) }
        for piece in PackSequence.sorted(pieces) {
            guard let place = fill.pointee.lowered(piece.place), fill.pointee.canStand(piece.kind, at: place)
            else {
                return nil
            }
            fill.pointee.place(piece.kind, at: place)
        }
        return DraftParcel(fill.pointee)
    }

    /// Layers chosen again and again, those of kinds that were left over sooner each time.
    private func packByLayers(_ counts: [Int], into box: Int, effortEnd: Int) -> DraftParcel? {
        if tables.hasNests { return nil }
        let fill = pool.acquire(box: box)
        defer { pool.release(fill) }
        let kinds = counts.indices.filter { counts[$0] > 0 }
        let least = kinds.reduce(Lengths.endless) { $0.shorter(tables.leastEdges[$1]) }
        var choice = LayerChoice(kindCount: counts.count)
        while hasEffort && work < effortEnd {
            var left = counts
            choice.vary(&random)
            fill.pointee.open(box)
            fill.pointee.leastEdge = least
            fill.pointee.fillSpaces(
                &left, kinds: kinds, by: choice, random: &random, limit: limit, work: &work)
            if kinds.allSatisfy({ left[$0] == 0 }) { return DraftParcel(fill.pointee) }
            choice.learn(left, kinds: kinds, &random)
            work += parameters.thorough.workPerLayering
        }
        return nil
    }

    /// Moves pieces that found no place to the front, swaps and turns others, and keeps what fills the box no worse.
    private func packByChangedOrders(_ counts: [Int], into box: Int, effortEnd: Int) -> DraftParcel? {
        let fill = pool.acquire(box: box)
        defer { pool.release(fill) }
        let current = PieceSequence(capacity: counts.reduce(0, +), tables: tables)
        current.set(pieces(counts, by: .volume))
        var currentScore = PlaceScore.farFromCorner
        var currentVolume: Int64 = -1
        var currentRest: [Int32] = []
        while hasEffort && work < effortEnd {
            var score = currentScore
            sequence.set(current)
            if currentVolume >= 0 {
                change(rest: currentRest)
                if random.chance(oneIn: parameters.thorough.scoreChangeOneIn) {
                    score = random.element(of: PlaceScore.allCases)
                }
            }
            fill.pointee.open(box)
            if fill.pointee.fill(sequence, by: score, stopsAtFirst: false, limit: limit, work: &work) {
                return DraftParcel(fill.pointee)
            }
            if fill.pointee.usedVolume >= currentVolume {
                (currentScore, currentVolume) = (score, fill.pointee.usedVolume)
                current.set(sequence)
                currentRest = (0..<sequence.restCount).map { sequence.rest[$0] }
            }
            work += parameters.thorough.workPerPiece * sequence.count
        }
        return nil
    }

    private func change(rest: [Int32]) {
        if !rest.isEmpty {
            let from = Int(rest[random.next(below: rest.count)])
            sequence.move(from: from, to: random.next(below: from + 1))
        }
        let count = sequence.count
        if count > 1 && random.chance(oneIn: parameters.thorough.swapOneIn) {
            sequence.swap(random.next(below: count), random.next(below: count))
        }
        if tables.turnsMatter && random.chance(oneIn: parameters.thorough.turnOneIn) {
            turn(random.next(below: count))
        }
    }

    /// Lets a piece of the sequence be tried in one of its turns only, or in all again.
    private func turn(_ position: Int) {
        let facts = tables.kinds[Int(sequence.kinds[position])]
        sequence.setTurn(random.next(below: Int(facts.turnEnd - facts.turnStart) + 1) - 1, of: position)
    }
}
