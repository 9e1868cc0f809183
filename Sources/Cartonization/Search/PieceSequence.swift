/// The pieces in the order in which they are tried, and for each the least edges from there on.
struct PieceSequence {
    private(set) var kinds: [Int32]
    private var leastEdges: [Turn]

    init(_ kinds: [Int32], leastEdgesOfKind: [Turn]) {
        self.kinds = kinds
        leastEdges = []
        measure(leastEdgesOfKind)
    }

    var count: Int { kinds.count }

    /// The least edges, along each axis, of the pieces after `position`.
    @inline(__always)
    func leastEdge(after position: Int) -> Turn { leastEdges[position &+ 1] }

    @inline(__always)
    func leastEdge(from position: Int) -> Turn { leastEdges[position] }

    mutating func rearrange(_ change: (inout [Int32]) -> Void, leastEdgesOfKind: [Turn]) {
        change(&kinds)
        measure(leastEdgesOfKind)
    }

    private mutating func measure(_ leastEdgesOfKind: [Turn]) {
        var least = Turn(l: .max, w: .max, h: .max)
        leastEdges = [Turn](repeating: least, count: kinds.count + 1)
        for position in kinds.indices.reversed() {
            let own = leastEdgesOfKind[Int(kinds[position])]
            least = Turn(l: min(least.l, own.l), w: min(least.w, own.w), h: min(least.h, own.h))
            leastEdges[position] = least
        }
    }
}
