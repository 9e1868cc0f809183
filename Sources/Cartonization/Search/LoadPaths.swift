/// What each piece of a box stands on, and how weight goes down from piece to piece; kept only where some kind
/// limits what presses on it.
///
/// A piece is placed after all that it stands on, so weight goes from higher indices to lower ones: when the
/// highest index that carries something is popped first, all that presses on it is known.
final class LoadPaths {
    /// A piece under another one, and the area on which that stands.
    struct Path {
        var support: Int32
        var area: Int64
    }

    private var paths: [Path] = []
    /// Where the paths of each placed piece begin.
    private var starts: [Int32] = []
    /// What presses on each placed piece, in ``Load`` units.
    private var loads: [Int64] = []
    /// The part of a new load that comes to each piece, 0 for those that it does not reach.
    private var added: [Int64] = []
    /// The pieces that it reaches and whose load has not been passed on, a heap with the highest index first.
    private var heap: [Int32] = []
    private var reached: [Int32] = []
    private var next: [Path] = []
    /// Pieces and paths read since this was last asked.
    private var reads = 0

    func removeAll() {
        paths.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        loads.removeAll(keepingCapacity: true)
        added.removeAll(keepingCapacity: true)
    }

    func copy(_ other: LoadPaths) {
        paths = other.paths
        starts = other.starts
        loads = other.loads
        added = other.added
    }

    /// How many pieces and paths have been read since the last call.
    func resetReads() -> Int {
        defer { reads = 0 }
        return reads
    }

    /// Begins with the next piece; then each of its supports is added.
    func begin() { next.removeAll(keepingCapacity: true) }

    func add(support: Int, area: Int64) {
        assert(support < starts.count && area > 0, "a piece stands on pieces placed before it")
        next.append(Path(support: Int32(truncatingIfNeeded: support), area: area))
    }

    /// Whether the supports of the next piece, and all beneath them, carry `load`.
    func carry(_ load: Int64, limit: (_ piece: Int) -> Int64) -> Bool {
        assert(reached.isEmpty && heap.isEmpty, "the load before was cleared")
        defer { clear() }
        spread(load, over: next[...])
        while let piece = popHighest() {
            let index = Int(piece)
            if added[index] > limit(index) &- loads[index] { return false }
            spread(added[index], over: paths(of: index))
        }
        return true
    }

    /// Makes the next piece a placed one and books its weight on all beneath it.
    func book(_ load: Int64) {
        spread(load, over: next[...])
        while let piece = popHighest() { spread(added[Int(piece)], over: paths(of: Int(piece))) }
        for piece in reached { loads[Int(piece)] &+= added[Int(piece)] }
        clear()
        starts.append(Int32(truncatingIfNeeded: paths.count))
        paths += next
        loads.append(0)
        added.append(0)
    }

    private func paths(of piece: Int) -> ArraySlice<Path> {
        paths[Int(starts[piece])..<(piece + 1 < starts.count ? Int(starts[piece + 1]) : paths.count)]
    }

    private func spread(_ load: Int64, over paths: ArraySlice<Path>) {
        let contact = paths.reduce(0) { $0 &+ $1.area }
        guard contact > 0, load > 0 else { return }
        reads &+= 1 &+ paths.count
        for path in paths {
            if added[Int(path.support)] == 0 { push(path.support) }
            added[Int(path.support)] &+= Load.share(load, area: path.area, of: contact)
        }
    }

    private func clear() {
        for piece in reached { added[Int(piece)] = 0 }
        reached.removeAll(keepingCapacity: true)
        heap.removeAll(keepingCapacity: true)
    }

    private func push(_ piece: Int32) {
        reached.append(piece)
        heap.append(piece)
        var child = heap.count - 1
        while child > 0, heap[(child - 1) / 2] < heap[child] {
            heap.swapAt((child - 1) / 2, child)
            child = (child - 1) / 2
        }
    }

    private func popHighest() -> Int32? {
        guard let highest = heap.first, let last = heap.popLast() else { return nil }
        if heap.isEmpty { return highest }
        heap[0] = last
        var parent = 0
        while true {
            var child = 2 * parent + 1
            if child + 1 < heap.count, heap[child + 1] > heap[child] { child += 1 }
            guard child < heap.count, heap[child] > heap[parent] else { return highest }
            heap.swapAt(parent, child)
            parent = child
        }
    }
}
