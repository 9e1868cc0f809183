extension SymmetricSearch {
    /// Moves a segment of up to ``Parameters/segmentMax`` nodes to a better place: it begins at `head` and leads
    /// away from the node that `head` follows.
    ///
    /// - Returns: by how much the walk became shorter; 0 where no place is better.
    mutating func moveSegment(from head: Int, forward: Bool) -> Int {
        let before = forward ? cycle.previous(head) : cycle.next(head)
        var tail = head
        for _ in 0..<parameters.segmentMax {
            let after = forward ? cycle.next(tail) : cycle.previous(tail)
            if after == before { return 0 }
            let open = d(before, head) + d(tail, after) - d(before, after)
            if open > 0, let gain = insert(before, head, tail, after, open: open, forward: forward) {
                return gain
            }
            tail = after
        }
        return 0
    }

    private mutating func insert(
        _ before: Int, _ head: Int, _ tail: Int, _ after: Int, open: Int, forward: Bool
    ) -> Int? {
        for place in head &* width..<head &* width &+ width {
            let rest = open &- nearness[place]
            if rest <= 0 { return nil }
            let target = Int(near[place])
            if target == before || isInside(target, head, tail, forward: forward) { continue }
            let following = forward ? cycle.next(target) : cycle.previous(target)
            let leading = forward ? cycle.previous(target) : cycle.next(target)
            if rest + d(target, following) - d(tail, following) > 0 {
                swapStretches(before, head, tail, after, target, following)
                enqueue(before, head, tail, after, target, following)
                return rest + d(target, following) - d(tail, following)
            }
            if target != after, rest + d(target, leading) - d(tail, leading) > 0 {
                // The segment comes to lie the other way round.
                cycle.exchange(before, head, leading, target)
                cycle.exchange(before, leading, after, tail)
                enqueue(before, head, tail, after, target, leading)
                return rest + d(target, leading) - d(tail, leading)
            }
        }
        return nil
    }

    private func isInside(_ node: Int, _ head: Int, _ tail: Int, forward: Bool) -> Bool {
        var here = head
        while true {
            if here == node { return true }
            if here == tail { return false }
            here = forward ? cycle.next(here) : cycle.previous(here)
        }
    }
}
