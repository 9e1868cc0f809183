/// Several boxes: first one after the other, each as full as it gets, then improved by emptying a few and
/// filling them anew.
extension PackingSearch {
    typealias OpenBox = UnsafeMutablePointer<BoxFill>

    /// - Returns: the parcels, and for each kind the pieces that no box was left for.
    func manyBoxes(_ counts: [Int]) -> (parcels: [DraftParcel], left: [Int]) {
        var best: ManyBoxes?
        // One type leaves no choice.
        let hasOneOrder = tables.boxCount == 1 || counts.count { $0 > 0 } == 1
        let orders = parameters.many.orders.prefix(hasOneOrder ? 1 : .max)
        let choices = BoxChoice.allCases.prefix(tables.boxCount == 1 ? 1 : 2)
        for order in orders {
            for choice in choices {
                let next = fillOneByOne(pieces(counts, by: order), by: choice)
                if let known = best, !isBetter(next, than: known) {
                    discard(next)
                } else {
                    replace(&best, by: next)
                }
                if !hasEffort { break }
            }
            if !hasEffort { break }
        }
        guard var boxes = best else { return ([], counts) }
        if boxes.left.isEmpty {
            part(&boxes, counts)
            eliminate(
                &boxes, least: max(parcelsLeast(counts), parcelsLeastByScales(counts)),
                effortEnd: eliminationEnd(counts))
            let (least, lower) = lowerValues(of: boxes)
            if mayImprove(counts) { improve(&boxes, lower: lower) }
            let value = value(of: boxes)
            isOptimal = value <= least
            // Where parcels come first, three or more are no answer to two.
            if !isOptimal && boxes.open.count == 2 && isOneBoxExcluded && judge.profile.wantsFewestParcels {
                isOptimal = excludesPairs(below: value, counts)
            }
        }
        var left = [Int](repeating: 0, count: counts.count)
        for kind in boxes.left { left[Int(kind)] += 1 }
        let parcels = boxes.open.map { DraftParcel($0.pointee) }
        discard(boxes)
        return (parcels, left)
    }

    /// One kind has its pattern: in one type of box there is nothing to change, and of many pieces each box is
    /// better filled than without it.
    private func mayImprove(_ counts: [Int]) -> Bool {
        if counts.count(where: { $0 > 0 }) > 1 { return true }
        return tables.boxCount > 1 && counts.reduce(0, +) <= parameters.many.uniformPiecesChangedMax
    }

    /// Parts few pieces otherwise where that is better.
    private func part(_ boxes: inout ManyBoxes, _ counts: [Int]) {
        let value = value(of: boxes)
        let effortEnd = work + (effort - work) / parameters.many.partingParts
        guard value > lowerValues(of: boxes).all,
            let parcels = parted(counts, below: value, effortEnd: effortEnd)
        else { return }
        discard(boxes)
        boxes = opened(parcels)
    }

    /// Where all boxes are of one type, nothing but their number matters; one kind has its pattern.
    private func eliminationEnd(_ counts: [Int]) -> Int {
        if counts.count(where: { $0 > 0 }) == 1 { return work }
        return tables.boxCount == 1 ? effort : work + (effort - work) / parameters.many.eliminationParts
    }

    func value(of boxes: ManyBoxes) -> Value {
        var value = Value(unpacked: boxes.left.count)
        for open in boxes.open {
            value += judge.value(box: open.pointee.box, contentsG: open.pointee.weightG)
        }
        return value
    }

    private func isBetter(_ boxes: ManyBoxes, than other: ManyBoxes) -> Bool {
        value(of: boxes) < value(of: other)
    }

    private func replace(_ best: inout ManyBoxes?, by next: ManyBoxes) {
        if let best { discard(best) }
        best = next
    }

    func discard(_ boxes: ManyBoxes) {
        for open in boxes.open { pool.release(open) }
    }

    /// How the type of the next box is chosen.
    enum BoxChoice: CaseIterable {
        /// The one that holds most.
        case fullest
        /// The one that costs least for what it holds.
        case thriftiest
    }

    /// Boxes filled one after the other until nothing is left or nothing more fits.
    private func fillOneByOne(_ kinds: [Int32], by choice: BoxChoice) -> ManyBoxes {
        var boxes = ManyBoxes(left: kinds)
        var supply = supply
        while !boxes.left.isEmpty, let (open, left) = nextBox(boxes.left, supply: supply, by: choice) {
            supply[open.pointee.box] -= 1
            boxes.open.append(open)
            boxes.left = left
            repeatLast(&boxes, supply: &supply)
        }
        return boxes
    }

    /// Fills more boxes just as the last one while enough of each of its kinds is left.
    private func repeatLast(_ boxes: inout ManyBoxes, supply: inout [Int]) {
        guard let last = boxes.open.last, boxes.left.count >= 2 * last.pointee.placedCount else { return }
        var needed: [Int: Int] = [:]
        for index in 0..<last.pointee.placedCount {
            needed[Int(last.pointee.placed[index].kind), default: 0] += 1
        }
        var have = [Int](repeating: 0, count: tables.kindCount)
        for kind in boxes.left { have[Int(kind)] += 1 }
        // One fewer than there could be: what the last box holds decides its type.
        let most = needed.map { have[$0.key] / $0.value }.min() ?? 0
        let copies = min(most - 1, supply[last.pointee.box])
        guard copies > 0 else { return }
        supply[last.pointee.box] -= copies
        for _ in 0..<copies {
            let copy = pool.acquire(box: last.pointee.box)
            copy.pointee.copy(last.pointee)
            boxes.open.append(copy)
        }
        var packed = needed.mapValues { $0 * copies }
        boxes.left = boxes.left.filter { kind in
            guard let count = packed[Int(kind)], count > 0 else { return true }
            packed[Int(kind)] = count - 1
            return false
        }
    }

    /// The cheapest box that holds all, else the best by `choice`.
    private func nextBox(_ kinds: [Int32], supply: [Int], by choice: BoxChoice) -> (OpenBox, left: [Int32])? {
        sequence.set(kinds)
        if hasUniformChoice { return nextUniformBox(supply, by: choice) }
        if !hasEffort { return roomiestBox(supply) }
        var best: (open: OpenBox, left: [Int32])?
        for box in judge.ranked(contentsG: 0) where supply[box] > 0 {
            for score in scoresTried(box: box) {
                let open = fill(box, by: score)
                let isAll = sequence.restCount == 0
                if isAll && (choice == .fullest || judge.profile.wantsFewestParcels) {
                    if let best { pool.release(best.open) }
                    return (open, [])
                }
                if open.pointee.placedCount > 0,
                    best.map({ prefers(open, over: $0.open, by: choice) }) ?? true
                {
                    if let best { pool.release(best.open) }
                    best = (open, sequence.restKinds)
                } else {
                    pool.release(open)
                }
            }
            if !hasEffort && best != nil { break }
        }
        return best
    }

    /// When the effort is spent: the largest type that holds the first piece of the sequence, filled once.
    private func roomiestBox(_ supply: [Int]) -> (OpenBox, left: [Int32])? {
        for position in 0..<sequence.count
        where position == 0 || sequence.kinds[position] != sequence.kinds[position - 1] {
            let kind = sequence.kinds[position]
            let fitting = (0..<tables.boxCount).filter {
                supply[$0] > 0 && tables.fits(kind: Int(kind), box: $0)
                    && tables.boxes[$0].payloadG >= tables.kinds[Int(kind)].weightG
            }
            guard let box = fitting.max(by: { tables.boxes[$0].volume < tables.boxes[$1].volume }) else {
                continue
            }
            let open = fill(box, by: hasPattern(box: box) ? nil : .farFromCorner)
            if open.pointee.placedCount > 0 { return (open, sequence.restKinds) }
            pool.release(open)
        }
        return nil
    }

    /// How the pieces of the sequence may be placed in a box of type `box`; nil is a pattern for one kind.
    private func scoresTried(box: Int) -> [PlaceScore?] {
        if hasPattern(box: box) { return tables.followsLoads ? [nil, .lowest] : [nil] }
        return [.farFromCorner, .lowest, .tightest]
    }

    private func fill(_ box: Int, by score: PlaceScore?) -> OpenBox {
        guard let score else { return fillUniformly(box: box) }
        let open = pool.acquire(box: box)
        open.pointee.leastEdge = leastEdge
        _ = open.pointee.fill(sequence, by: score, stopsAtFirst: false, limit: limitOfOnlyFill, work: &work)
        return open
    }

    private func prefers(_ open: OpenBox, over other: OpenBox, by choice: BoxChoice) -> Bool {
        switch choice {
        case .fullest: return open.pointee.usedVolume > other.pointee.usedVolume
        case .thriftiest:
            let cost = judge.cost(box: open.pointee.box, contentsG: open.pointee.weightG)
            let otherCost = judge.cost(box: other.pointee.box, contentsG: other.pointee.weightG)
            return cost.multipliedFullWidth(by: Int(other.pointee.usedVolume))
                < otherCost.multipliedFullWidth(by: Int(open.pointee.usedVolume))
        }
    }
}

/// Boxes under search that together hold an order, and the kinds of the pieces that are left.
struct ManyBoxes {
    var open: [UnsafeMutablePointer<BoxFill>] = []
    var left: [Int32]
}
