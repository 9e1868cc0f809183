extension DirectedSearch {
    /// Searches for a chain of swaps that removes the edge a–b.
    ///
    /// - Parameter open: by how much the edges removed so far are longer than those added, without the last one
    ///   that would close the cycle.
    /// - Returns: the gain, 0 where there is none and the cycle is as before.
    mutating func extend(_ a: Int, _ b: Int, open: Int) -> Int {
        var tried = Continuations()
        let breadth = parameters.breadthByDepth[chain.count]
        let reach = min(parameters.reachByDepth[chain.count], width)
        for place in a &* width..<a &* width &+ reach {
            let first = open &- nearness[place]
            if first <= 0 { break }
            let target = Int(near[place])
            if target == b { continue }
            let left = steps(from: b, to: target)
            let c = node(left &- 1, after: b)
            let second = first &+ d(c, target)
            for other in c &* width..<c &* width &+ reach {
                let rest = second &- nearness[other]
                if rest <= 0 { break }
                let f = Int(near[other])
                let away = steps(from: b, to: f)
                // f stands behind the target and before b.
                if away <= left { continue }
                tried.offer(
                    .init(
                        third: Int32(truncatingIfNeeded: target), fourth: Int32(truncatingIfNeeded: f),
                        rest: rest &+ d(node(away &- 1, after: b), f)),
                    atMost: breadth)
            }
        }
        for choice in 0..<tried.count {
            let (target, f) = (Int(tried[choice].third), Int(tried[choice].fourth))
            let (left, away) = (steps(from: b, to: target), steps(from: b, to: f))
            let (c, e) = (node(left &- 1, after: b), node(away &- 1, after: b))
            let rest = tried[choice].rest
            var gain = rest &- d(e, b)
            // The last swap of a chain is made only where it pays.
            if gain <= 0, chain.count + 1 == parameters.breadthByDepth.count { continue }
            chain.append(.init(c: c, d: target, e: e, left: left, right: away &- left))
            if gain > 0 { makeSwaps(from: b) } else { gain = extend(e, b, open: rest) }
            if gain > 0 {
                enqueue(a, b, c, target, e, f)
                return gain
            }
            chain.removeLast()
        }
        return 0
    }

    @inline(__always)
    private func steps(from b: Int, to node: Int) -> Int {
        chain.steps(cycle.steps(from: b, to: node), of: nodeCount)
    }

    @inline(__always)
    private func node(_ steps: Int, after b: Int) -> Int {
        cycle.node(chain.stepsBefore(steps, of: nodeCount), after: b)
    }

    private mutating func makeSwaps(from b: Int) {
        for index in 0..<chain.count {
            cycle.swap(b, chain[index].c, chain[index].d, chain[index].e)
        }
        chain.removeAll()
    }
}
