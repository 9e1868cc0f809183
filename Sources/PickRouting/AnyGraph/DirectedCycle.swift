/// A closed walk as an array, changed only by swapping two neighbouring stretches: nothing is ever turned round.
///
/// Every change is logged, so that a search can go back.
struct DirectedCycle: ~Copyable {
    let count: Int
    private let nodeAt: FlatArray<Int32>
    private let positionOf: FlatArray<Int32>
    private let aside: FlatArray<Int32>
    private var swaps: [Swap] = []

    /// Two neighbouring stretches, by where the first begins and how many nodes each has.
    private struct Swap {
        let begin: Int
        let left: Int
        let right: Int
    }

    init(_ nodes: [Int]) {
        count = nodes.count
        nodeAt = FlatArray(nodes.map { Int32(truncatingIfNeeded: $0) })
        positionOf = FlatArray(repeating: 0, count: nodes.count)
        aside = FlatArray(repeating: 0, count: nodes.count)
        for (position, node) in nodes.enumerated() {
            positionOf[node] = Int32(truncatingIfNeeded: position)
        }
        swaps.reserveCapacity(256)
    }

    var nodes: [Int] { (0..<count).map { Int(nodeAt[$0]) } }

    @inline(__always)
    func node(at position: Int) -> Int { Int(nodeAt[position]) }

    @inline(__always)
    func next(_ node: Int) -> Int {
        let position = Int(positionOf[node]) &+ 1
        return Int(nodeAt[position == count ? 0 : position])
    }

    @inline(__always)
    func previous(_ node: Int) -> Int {
        let position = Int(positionOf[node])
        return Int(nodeAt[(position == 0 ? count : position) &- 1])
    }

    /// The node that so many steps lead to.
    @inline(__always)
    func node(_ steps: Int, after node: Int) -> Int {
        let position = Int(positionOf[node]) &+ steps
        return Int(nodeAt[position >= count ? position &- count : position])
    }

    /// How many steps lead from one node to another.
    @inline(__always)
    func steps(from: Int, to: Int) -> Int {
        let steps = Int(positionOf[to] &- positionOf[from])
        return steps < 0 ? steps &+ count : steps
    }

    /// Turns a [b … c] [d … e] f into a [d … e] [b … c] f.
    ///
    /// - Precondition: d follows c.
    /// - Complexity: O(n)
    mutating func swap(_ b: Int, _ c: Int, _ d: Int, _ e: Int) {
        assert(next(c) == d, "the second stretch follows the first")
        let (left, right) = (steps(from: b, to: c) + 1, steps(from: d, to: e) + 1)
        let rest = count - left - right
        assert(rest >= 1, "the stretches overlap")
        // Of the three stretches of the cycle any two may be swapped: the same cycle comes out.
        if left >= right, left > rest {
            swap(at: Int(positionOf[d]), right, rest)
        } else if right > rest {
            swap(at: wrapped(Int(positionOf[e]) + 1), rest, left)
        } else {
            swap(at: Int(positionOf[b]), left, right)
        }
    }

    /// Goes back to what the cycle was when swaps were last forgotten.
    mutating func undo() {
        while let swap = swaps.popLast() { move(at: swap.begin, swap.right, swap.left) }
    }

    mutating func forgetSwaps() { swaps.removeAll(keepingCapacity: true) }

    private mutating func swap(at begin: Int, _ left: Int, _ right: Int) {
        swaps.append(Swap(begin: begin, left: left, right: right))
        move(at: begin, left, right)
    }

    @inline(__always)
    private func wrapped(_ position: Int) -> Int { position >= count ? position &- count : position }

    private func move(at begin: Int, _ left: Int, _ right: Int) {
        var position = begin
        for place in 0..<left {
            aside[place] = nodeAt[position]
            position = wrapped(position &+ 1)
        }
        var target = begin
        for _ in 0..<right {
            put(nodeAt[position], at: target)
            position = wrapped(position &+ 1)
            target = wrapped(target &+ 1)
        }
        for place in 0..<left {
            put(aside[place], at: target)
            target = wrapped(target &+ 1)
        }
    }

    @inline(__always)
    private func put(_ node: Int32, at position: Int) {
        nodeAt[position] = node
        positionOf[Int(node)] = Int32(truncatingIfNeeded: position)
    }
}
