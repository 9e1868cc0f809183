/// Schrimpf, Schneider, Stamm-Wilbrandt and Dueck, "Record breaking optimization results using the ruin and
/// recreate principle" (2000): a few boxes are emptied and their pieces packed anew, into fewer or cheaper
/// boxes where that works.
///
/// Among answers of equal value the one is preferred whose boxes are most unequally full, after Falkenauer,
/// "A hybrid grouping genetic algorithm for bin packing" (1996): the emptiest box is the next to go.
extension PackingSearch {
    /// - Parameter lower: the value at which nothing is left to improve.
    func improve(_ boxes: inout ManyBoxes, lower: Value) {
        var current = value(of: boxes)
        while hasEffort && current > lower && (boxes.open.count > 1 || !judge.profile.wantsFewestParcels) {
            let ruined = chooseRuined(boxes.open)
            work += parameters.ruin.workPerRound + max(0, boxes.open.count - parameters.ruin.boxesInRound)
            guard
                let plan = choosePlan(
                    ruined.map { boxes.open[$0] }, available: available(boxes, without: ruined)),
                let (fresh, changed) = recreate(boxes, ruined: ruined, plan: plan)
            else { continue }
            let next = boxesAfter(boxes, ruined: ruined, fresh: fresh, changed: changed)
            let nextValue = value(of: next)
            if nextValue < current
                || (nextValue == current && isNoMoreEqual(next, than: boxes))
            {
                for index in ruined { pool.release(boxes.open[index]) }
                for index in changed.keys.sorted() { pool.release(boxes.open[index]) }
                boxes = next
                current = nextValue
            } else {
                for open in fresh { pool.release(open) }
                for index in changed.keys.sorted() { changed[index].map { pool.release($0) } }
            }
        }
    }

    private func isNoMoreEqual(_ next: ManyBoxes, than boxes: ManyBoxes) -> Bool {
        1_000 * inequality(next) >= parameters.ruin.inequalityThousandthsMin * inequality(boxes)
    }

    /// How many boxes of each type may be used when the ruined ones are gone.
    private func available(_ boxes: ManyBoxes, without ruined: [Int]) -> [Int] {
        var available = supply
        for index in boxes.open.indices where !ruined.contains(index) {
            available[boxes.open[index].pointee.box] -= 1
        }
        return available
    }

    /// The sum of the squares of what the boxes hold, in 1/4,096 of the largest box.
    private func inequality(_ boxes: ManyBoxes) -> Int {
        boxes.open.reduce(0) {
            let share = Int($1.pointee.usedVolume) * 4_096 / largestVolume
            return $0 + share * share
        }
    }

    private var largestVolume: Int { (0..<tables.boxCount).map { Int(tables.boxes[$0].volume) }.max() ?? 1 }

    /// A few boxes at random, the first of them the emptier of two.
    private func chooseRuined(_ open: [OpenBox]) -> [Int] {
        let count = open.count
        let wanted = min(count, random.next(in: parameters.ruin.boxesRuined))
        let (one, other) = (random.next(below: count), random.next(below: count))
        var chosen = [open[one].pointee.usedVolume <= open[other].pointee.usedVolume ? one : other]
        while chosen.count < wanted {
            let index = random.next(below: count)
            if !chosen.contains(index) { chosen.append(index) }
        }
        return chosen
    }

    /// The types of the boxes for what the ruined ones held: the same, cheaper ones, or one fewer.
    private func choosePlan(_ ruined: [OpenBox], available: [Int]) -> [Int]? {
        var plan = ruined.map(\.pointee.box)
        let needed = ruined.reduce(0) { $0 + $1.pointee.usedVolume }
        if tables.boxCount > 1 {
            switch random.next(below: 4) {
            case 0:
                if plan.count == 1 { return nil }
                plan.remove(at: random.next(below: plan.count))
                for _ in 0..<(1 + random.next(below: plan.count)) { change(&plan, available: available) }
            case 1, 2:
                let before = cost(ruined)
                for _ in 0..<(1 + random.next(below: plan.count)) { change(&plan, available: available) }
                if cost(plan) > before { return nil }
            default:
                if !judge.profile.wantsFewestParcels {
                    divide(&plan, available: available)
                    if cost(plan) > cost(ruined) { return nil }
                }
            }
        }
        for index in plan.indices.reversed() { plan.swapAt(index, random.next(below: index + 1)) }
        let room = plan.reduce(0) { $0 + tables.boxes[$1].volume }
        return room >= needed ? plan : nil
    }

    /// Two boxes in the place of one.
    private func divide(_ plan: inout [Int], available: [Int]) {
        change(&plan, available: available)
        let box = random.next(below: tables.boxCount)
        if available[box] > plan.count(where: { $0 == box }) { plan.append(box) }
    }

    private func change(_ plan: inout [Int], available: [Int]) {
        let box = random.next(below: tables.boxCount)
        if available[box] > plan.count(where: { $0 == box }) { plan[random.next(below: plan.count)] = box }
    }

    private func cost(_ ruined: [OpenBox]) -> Int {
        ruined.reduce(0) { $0 + judge.cost(box: $1.pointee.box, contentsG: $1.pointee.weightG) }
    }

    private func cost(_ plan: [Int]) -> Int {
        plan.reduce(0) { $0 + judge.cost(box: $1, contentsG: 0) }
    }

    /// New boxes for the pieces of the ruined ones; what is left over may go to the others, as changed copies.
    private func recreate(_ boxes: ManyBoxes, ruined: [Int], plan: [Int])
        -> (fresh: [OpenBox], changed: [Int: OpenBox])?
    {
        sequence.removeAll()
        for index in ruined { append(boxes.open[index]) }
        shuffle()
        let score = random.element(of: PlaceScore.allCases)
        var fresh: [OpenBox] = []
        work += parameters.ruin.workPerPiece * sequence.count
        for box in plan where sequence.count > 0 {
            let open = pool.acquire(box: box)
            open.pointee.leastEdge = leastEdge
            _ = open.pointee.fill(sequence, by: score, stopsAtFirst: false, limit: limit, work: &work)
            sequence.keepRest()
            if open.pointee.placedCount == 0 { pool.release(open) } else { fresh.append(open) }
        }
        var changed: [Int: OpenBox] = [:]
        for index in 0..<sequence.count
        where !insert(sequence.kinds[index], into: boxes, except: ruined, by: score, changed: &changed) {
            for open in fresh { pool.release(open) }
            for index in changed.keys.sorted() { changed[index].map { pool.release($0) } }
            return nil
        }
        return (fresh, changed)
    }

    private func insert(
        _ kind: Int32, into boxes: ManyBoxes, except ruined: [Int], by score: PlaceScore,
        changed: inout [Int: OpenBox]
    ) -> Bool {
        for index in boxes.open.indices where work < limit.work && !ruined.contains(index) {
            let open = changed[index] ?? boxes.open[index]
            guard open.pointee.admits(Int(kind)),
                let found = open.pointee.bestPlace(for: Int(kind), by: score, work: &work)
            else { continue }
            let copy: OpenBox
            if let known = changed[index] {
                copy = known
            } else {
                copy = pool.acquire(box: open.pointee.box)
                copy.pointee.copy(open.pointee)
                changed[index] = copy
            }
            copy.pointee.place(Int(kind), at: found.place, isNested: found.isNested)
            return true
        }
        return false
    }

    func append(_ open: OpenBox) {
        for index in 0..<open.pointee.placedCount { sequence.append(open.pointee.placed[index].kind) }
    }

    /// Largest first with some disorder: a piece may stand where one of two and a half times its rank would.
    func shuffle() {
        let ranks = ranks[random.next(below: parameters.ruin.orders)]
        let noise = random.element(of: parameters.ruin.noises64ths)
        sequence.sort { ranks[Int($0)] &* (64 &+ random.next(below: noise)) }
    }

    private func boxesAfter(_ boxes: ManyBoxes, ruined: [Int], fresh: [OpenBox], changed: [Int: OpenBox])
        -> ManyBoxes
    {
        var next = ManyBoxes(left: [])
        for index in boxes.open.indices where !ruined.contains(index) {
            next.open.append(changed[index] ?? boxes.open[index])
        }
        next.open += fresh
        return next
    }
}
