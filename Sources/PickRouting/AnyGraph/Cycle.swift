/// A closed walk as an array, changed only by turning a stretch of it round.
///
/// Every change is logged, so that a search can go back to where a step began.
struct Cycle: ~Copyable {
    let count: Int
    private let nodeAt: FlatArray<Int32>
    private let positionOf: FlatArray<Int32>
    private var turns: [(first: Int32, last: Int32)] = []

    init(_ nodes: [Int]) {
        count = nodes.count
        nodeAt = FlatArray(nodes.map { Int32(truncatingIfNeeded: $0) })
        positionOf = FlatArray(repeating: 0, count: nodes.count)
        for (position, node) in nodes.enumerated() {
            positionOf[node] = Int32(truncatingIfNeeded: position)
        }
        turns.reserveCapacity(256)
    }

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

    /// Replaces the edges a–b and c–d by a–c and b–d.
    ///
    /// - Precondition: b follows a and d follows c, in whichever direction.
    /// - Complexity: O(n)
    mutating func exchange(_ a: Int, _ b: Int, _ c: Int, _ d: Int) {
        assert(
            next(a) == b && next(c) == d || previous(a) == b && previous(c) == d, "two edges of one direction"
        )
        if next(a) == b {
            turn(from: positionOf[b], to: positionOf[c])
        } else {
            turn(from: positionOf[a], to: positionOf[d])
        }
    }

    /// What `mark` returns now, `undo(to:)` comes back to later.
    var mark: Int { turns.count }

    mutating func undo(to mark: Int) {
        while turns.count > mark {
            let turn = turns.removeLast()
            swapEnds(Int(turn.first), Int(turn.last))
        }
    }

    mutating func forgetTurns() { turns.removeAll(keepingCapacity: true) }

    /// Turns round the stretch from one position to another, or what lies outside it where that is shorter:
    /// the cycle that comes out is the same.
    private mutating func turn(from first: Int32, to last: Int32) {
        let count = Int32(truncatingIfNeeded: self.count)
        let inside = last >= first ? last - first + 1 : last - first + 1 + count
        var turn = (first: first, last: last)
        if inside * 2 > count {
            turn.first = last + 1 == count ? 0 : last + 1
            turn.last = first == 0 ? count - 1 : first - 1
        }
        turns.append(turn)
        swapEnds(Int(turn.first), Int(turn.last))
    }

    private func swapEnds(_ first: Int, _ last: Int) {
        var (left, right) = (first, last)
        var swaps = (last >= first ? last &- first &+ 1 : last &- first &+ 1 &+ count) / 2
        while swaps > 0 {
            let (a, b) = (nodeAt[left], nodeAt[right])
            nodeAt[left] = b
            positionOf[Int(b)] = Int32(truncatingIfNeeded: left)
            nodeAt[right] = a
            positionOf[Int(a)] = Int32(truncatingIfNeeded: right)
            left = left &+ 1 == count ? 0 : left &+ 1
            right = (right == 0 ? count : right) &- 1
            swaps &-= 1
        }
    }
}
