/// Several boxes for a few pieces: every way to part them is tried, each part in the best single box that is
/// found for it.
extension PackingSearch {
    /// Boxes of less value than `value` that hold `counts` together; nil where none are found, or where the supply
    /// of boxes might not suffice.
    ///
    /// - Complexity: a search for each part, within `effortEnd`, and the square of the number of parts.
    func parted(_ counts: [Int], below value: Value, effortEnd: Int) -> [DraftParcel]? {
        var parts = Parts(counts)
        guard parts.count <= parameters.many.partsMax,
            supply.allSatisfy({ $0 == 0 || $0 >= counts.reduce(0, +) })
        else {
            return nil
        }
        let isExcluded = isOneBoxExcluded
        defer { isOneBoxExcluded = isExcluded }
        for part in 1..<parts.count - 1 where hasEffort && work < effortEnd {
            let share = (effortEnd - work) / (parts.count - part)
            let found = singleBox(
                parts.counts(of: part), effortEnd: work + share,
                searchesExactly: parts.count <= parameters.many.partsSearchedExactlyMax)
            guard let parcel = found?.parcel else { continue }
            parts.offer(parcel, for: part, judge.value(box: parcel.box, contentsG: weightG(parcel)))
        }
        return parts.best(below: value)
    }

    /// The boxes of `parcels` under search, to be improved.
    func opened(_ parcels: [DraftParcel]) -> ManyBoxes {
        var boxes = ManyBoxes(left: [])
        for parcel in parcels {
            let open = pool.acquire(box: parcel.box)
            open.pointee.leastEdge = leastEdge
            for piece in PackSequence.sorted(parcel.pieces) {
                open.pointee.place(piece.kind, at: piece.place, isNested: piece.isNested)
            }
            boxes.open.append(open)
        }
        return boxes
    }
}

/// All parts of some pieces by number: the counts of their kinds are its digits.
private struct Parts {
    /// The kinds that there are pieces of, how many, and what one piece adds to the number of a part.
    private let kinds: [(kind: Int, count: Int, step: Int)]
    private let kindCount: Int
    /// The number of parts, the empty one and the whole included; beyond ``countMax`` no longer exact, only large.
    let count: Int
    private static let countMax = 1 << 20
    private var parcels: [Int: (parcel: DraftParcel, value: Value)] = [:]

    init(_ counts: [Int]) {
        var step = 1
        var kinds: [(kind: Int, count: Int, step: Int)] = []
        for (kind, count) in counts.enumerated() where count > 0 && step <= Self.countMax {
            kinds.append((kind, count, step))
            step *= count + 1
        }
        self.kinds = kinds
        kindCount = counts.count
        count = step
    }

    func counts(of part: Int) -> [Int] {
        var counts = [Int](repeating: 0, count: kindCount)
        for entry in kinds { counts[entry.kind] = part / entry.step % (entry.count + 1) }
        return counts
    }

    mutating func offer(_ parcel: DraftParcel, for part: Int, _ value: Value) {
        parcels[part] = (parcel, value)
    }

    /// Whether every count of `part` is at most that of `whole`.
    private func contains(_ whole: Int, _ part: Int) -> Bool {
        kinds.allSatisfy { part / $0.step % ($0.count + 1) <= whole / $0.step % ($0.count + 1) }
    }

    /// The parcels of least value that hold all together, where that is less than `value`.
    func best(below value: Value) -> [DraftParcel]? {
        let offered = parcels.keys.sorted()
        var best = [(value: Value, last: Int)?](repeating: nil, count: count)
        best[0] = (Value(), 0)
        for whole in 1..<count {
            for part in offered where part <= whole && contains(whole, part) {
                guard let rest = best[whole - part], let parcel = parcels[part] else { continue }
                let sum = rest.value + parcel.value
                if best[whole].map({ sum < $0.value }) ?? true { best[whole] = (sum, part) }
            }
        }
        guard let all = best[count - 1], all.value < value else { return nil }
        var found: [DraftParcel] = []
        var whole = count - 1
        while whole > 0, let step = best[whole], let parcel = parcels[step.last] {
            found.append(parcel.parcel)
            whole -= step.last
        }
        return found
    }
}
