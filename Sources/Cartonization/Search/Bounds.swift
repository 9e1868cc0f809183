extension PackingSearch {
    /// Whether no simple count forbids that one box of type `box` holds all of `counts`.
    func mayHold(_ counts: [Int], box: Int) -> Bool {
        let facts = tables.boxes[box]
        guard weightG(counts) <= facts.payloadG, counts.reduce(0, +) <= facts.itemsMax,
            volumeLeast(counts) <= facts.volume
        else { return false }
        var groups: UInt64 = 0
        var nevers: UInt64 = 0
        for (kind, count) in counts.enumerated() where count > 0 {
            guard tables.fits(kind: kind, box: box) else { return false }
            let (group, never) = (question.kinds[kind].groupBit, question.kinds[kind].neverBits)
            if never & groups != 0 || group & nevers != 0 || (group & never != 0 && count > 1) {
                return false
            }
            groups |= group
            nevers |= never
        }
        return true
    }
}

extension PackingSearch {
    /// No packing of `counts` has fewer parcels: by volume, weight and number of pieces, over all box types
    /// and over each set of types that some kinds are confined to.
    ///
    /// - Complexity: kinds × box types, times the number of different sets.
    func parcelsLeast(_ counts: [Int]) -> Int {
        let present = counts.indices.filter { counts[$0] > 0 }
        guard !present.isEmpty else { return 0 }
        let setOfKind = present.map(typesThatHold)
        var least = 1
        for set in Set(setOfKind) where set != .zero {
            var confined = [Int](repeating: 0, count: counts.count)
            for (kind, other) in zip(present, setOfKind) where other & ~set == .zero {
                confined[kind] = counts[kind]
            }
            let types = (0..<tables.boxCount).filter { set[$0 / 64] >> UInt64($0 % 64) & 1 == 1 }
            least = max(least, parcelsLeast(confined, in: types))
        }
        if least == 1
            && !(0..<tables.boxCount).contains(where: { supply[$0] > 0 && mayHold(counts, box: $0) })
        {
            least = 2
        }
        return least
    }

    /// One bit for each type of which there is a box and that has room for a piece of `kind`.
    private func typesThatHold(_ kind: Int) -> SIMD4<UInt64> {
        assert(tables.boxCount <= 256, "a bit for each type of box")
        var set = SIMD4<UInt64>.zero
        for box in 0..<tables.boxCount where supply[box] > 0 && tables.fits(kind: kind, box: box) {
            set[box / 64] |= 1 << UInt64(box % 64)
        }
        return set
    }

    private func parcelsLeast(_ counts: [Int], in types: [Int]) -> Int {
        func quotient(_ amount: Int, _ limit: Int) -> Int {
            limit == .max ? 0 : (amount + limit - 1) / max(1, limit)
        }
        let room = types.map { Int(tables.boxes[$0].volume) }.max() ?? 1
        let payload = types.map { tables.boxes[$0].payloadG }.max() ?? .max
        let items = types.map { tables.boxes[$0].itemsMax }.max() ?? .max
        return max(
            quotient(volumeLeast(counts), room), quotient(weightG(counts), payload),
            quotient(counts.reduce(0, +), items), parcelsLeastByNests(counts, room: room))
    }

    /// Each box that holds pieces of a nesting kind holds one of them whole.
    private func parcelsLeastByNests(_ counts: [Int], room: Int) -> Int {
        guard tables.hasNests else { return 0 }
        return question.kinds.indices.filter { question.kinds[$0].nestMM > 0 }.reduce(0) { most, kind in
            let slab = question.kinds[kind].nestedVolumeMM3
            let nested = max(1, room - question.kinds[kind].size.volumeMM3 + slab)
            return max(most, (counts[kind] * slab + nested - 1) / nested)
        }
    }

    /// The same by ``ConservativeScales``, where all boxes are of one type.
    func parcelsLeastByScales(_ counts: [Int]) -> Int {
        if tables.boxCount > 1 || !canMeasure(counts) { return 0 }
        if let known = leastByScales, known.counts == counts { return known.parcels }
        let parcels = ConservativeScales(tables: tables, box: 0, counts: counts).boxesLeast(counts)
        leastByScales = (counts, parcels)
        return parcels
    }

    /// A value that no packing of `counts` into `parcelsLeast` or more boxes is below; `known` where there is
    /// none below that.
    func lowerValue(_ counts: [Int], parcelsLeast: Int, below known: Value) -> Value {
        let tables = tables
        var cover = LeastCover(judge.offers({ tables.boxes[$0] }, supply: supply))
        let need = LeastCover.Need(
            room: volumeLeast(counts), weightG: weightG(counts), pieces: counts.reduce(0, +),
            parcelsLeast: parcelsLeast)
        return cover.value(for: need, below: known)
    }

    /// For several boxes: a value that no answer is below, and one that no answer with two or more is below.
    /// A single box that was not found is not proven not to be there.
    func lowerValues(of boxes: ManyBoxes) -> (all: Value, several: Value) {
        var counts = [Int](repeating: 0, count: question.kinds.count)
        for open in boxes.open {
            for index in 0..<open.pointee.placedCount { counts[Int(open.pointee.placed[index].kind)] += 1 }
        }
        let least = max(isOneBoxExcluded ? 2 : 1, parcelsLeast(counts), parcelsLeastByScales(counts))
        let value = value(of: boxes)
        let all = lowerValue(counts, parcelsLeast: least, below: value)
        return (all, least >= 2 ? all : lowerValue(counts, parcelsLeast: 2, below: value))
    }
}
