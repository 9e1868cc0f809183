/// One box fewer: a box is emptied into a pool, and pieces move between the pool and a few boxes at a time
/// until the pool is empty.
///
/// The pool need not fit a box, so that the search goes through states that are no packing; after Nagata and
/// Bräysy, "A powerful route minimization heuristic for the vehicle routing problem with time windows" (2009).
/// A state is left for another whose pool has no more volume, or a little more: Dueck and Scheuer, "Threshold
/// accepting" (1990).
extension PackingSearch {
    /// Empties box after box while that works, down to `least` boxes.
    func eliminate(_ boxes: inout ManyBoxes, least: Int, effortEnd: Int) {
        while boxes.open.count > max(1, least) && hasEffort && work < effortEnd {
            guard let fewer = withoutEmptiest(boxes, effortEnd: effortEnd) else { return }
            discard(boxes)
            boxes = fewer
        }
    }

    /// The same boxes without the emptiest, all their pieces among the others; nil where none is found.
    private func withoutEmptiest(_ boxes: ManyBoxes, effortEnd: Int) -> ManyBoxes? {
        var trial = copyWithoutEmptiest(boxes)
        var pooled = volume(ofPool: trial.left)
        while hasEffort && work < effortEnd {
            let chosen = chooseRefilled(trial.open.count)
            sequence.set(trial.left)
            for index in chosen { append(trial.open[index]) }
            shuffle()
            work += parameters.elimination.workPerTrial + parameters.elimination.workPerPiece * sequence.count
            let fresh = refill(chosen.map { trial.open[$0].pointee.box })
            let left = sequence.all
            let next = volume(ofPool: left)
            if next <= pooled + pooled / 256 * random.next(below: parameters.elimination.growth256thsMax) {
                for (index, open) in zip(chosen, fresh) {
                    pool.release(trial.open[index])
                    trial.open[index] = open
                }
                trial.left = left
                pooled = next
                if left.isEmpty { return trial }
            } else {
                for open in fresh { pool.release(open) }
            }
        }
        discard(trial)
        return nil
    }

    private func copyWithoutEmptiest(_ boxes: ManyBoxes) -> ManyBoxes {
        let emptiest = boxes.open.indices.min {
            boxes.open[$0].pointee.usedVolume < boxes.open[$1].pointee.usedVolume
        }
        var copy = ManyBoxes(left: [])
        for (index, open) in boxes.open.enumerated() {
            if index == emptiest {
                copy.left = (0..<open.pointee.placedCount).map { open.pointee.placed[$0].kind }
            } else {
                let another = pool.acquire(box: open.pointee.box)
                another.pointee.copy(open.pointee)
                copy.open.append(another)
            }
        }
        return copy
    }

    private func volume(ofPool kinds: [Int32]) -> Int {
        kinds.reduce(0) { $0 + Int(tables.kinds[Int($1)].volume) }
    }

    /// A few boxes at random.
    private func chooseRefilled(_ count: Int) -> [Int] {
        let wanted = min(count, random.next(in: parameters.elimination.boxesRefilled))
        var chosen: [Int] = []
        while chosen.count < wanted {
            let index = random.next(below: count)
            if !chosen.contains(index) { chosen.append(index) }
        }
        return chosen
    }

    /// New boxes of `types`, each filled with what the ones before it left of the sequence.
    private func refill(_ types: [Int]) -> [OpenBox] {
        let score = random.element(of: PlaceScore.allCases)
        return types.map { box in
            let open = pool.acquire(box: box)
            open.pointee.leastEdge = leastEdge
            _ = open.pointee.fill(sequence, by: score, stopsAtFirst: false, limit: limit, work: &work)
            sequence.keepRest()
            return open
        }
    }
}
