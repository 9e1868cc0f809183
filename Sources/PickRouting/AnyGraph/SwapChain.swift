/// Swaps of neighbouring stretches that are planned and not yet made: they all begin after the same edge a–b.
///
/// Nodes are counted in steps from b. A swap a [b … c] [d … e] f … brings d … e from behind c to the end.
struct SwapChain {
    struct Swap {
        var c = 0
        var d = 0
        var e = 0
        /// How many nodes b … c and d … e have.
        var left = 0
        var right = 0
    }

    private(set) var count = 0
    // Fixed places: a step must not allocate.
    private var swaps = InlineArray<3, Swap>(repeating: Swap())

    subscript(index: Int) -> Swap { swaps[index] }

    @inline(__always)
    mutating func append(_ swap: Swap) {
        assert(swap.left > 0 && swap.right > 0, "both stretches have nodes")
        swaps[count] = swap
        count &+= 1
    }

    @inline(__always)
    mutating func removeLast() { count &-= 1 }

    mutating func removeAll() { count = 0 }

    /// How many steps from b a node stands after the swaps, given how many it does before.
    @inline(__always)
    func steps(_ before: Int, of nodeCount: Int) -> Int {
        var steps = before
        for index in 0..<count {
            let (left, right) = (swaps[index].left, swaps[index].right)
            if steps < left { continue }
            steps = steps < left &+ right ? steps &+ nodeCount &- left &- right : steps &- right
        }
        return steps
    }

    /// The other way round.
    @inline(__always)
    func stepsBefore(_ after: Int, of nodeCount: Int) -> Int {
        var steps = after
        var index = count &- 1
        while index >= 0 {
            let (left, right) = (swaps[index].left, swaps[index].right)
            if steps >= left {
                steps = steps < nodeCount &- right ? steps &+ right : steps &- nodeCount &+ left &+ right
            }
            index &-= 1
        }
        return steps
    }
}
