/// Walking distances between all junctions, for one means of moving.
///
/// Found by Dijkstra's algorithm from every junction (E. W. Dijkstra, 1959, A note on two problems in
/// connexion with graphs).
struct JunctionTable: Sendable {
    /// Larger than any walk: lengths in a layout sum up to less than this.
    static let unreachable = Int32.max

    let count: Int
    private var distances: [Int32]
    private let ways: [[Way]]

    /// A stretch walked one way.
    private struct Way: Sendable {
        let to: Int
        let lengthMM: Int32
    }

    /// - Complexity: O(*j* · *s* log *j*) for *j* junctions and *s* stretches.
    init(_ junctions: Junctions, for means: Means?) {
        count = junctions.points.count
        var ways: [[Way]] = Array(repeating: [], count: count)
        for stretch in junctions.stretches where stretch.isWhole && stretch.admits(means) {
            let length = Int32(clamping: stretch.lengthMM)
            if stretch.direction != .backward {
                ways[stretch.from].append(Way(to: stretch.to, lengthMM: length))
            }
            if stretch.direction != .forward {
                ways[stretch.to].append(Way(to: stretch.from, lengthMM: length))
            }
        }
        self.ways = ways
        distances = Array(repeating: Self.unreachable, count: count * count)
        var queue = DistanceQueue()
        for start in 0..<count { fill(from: start, &queue) }
    }

    /// Millimetres, or ``unreachable``.
    subscript(from: Int, to: Int) -> Int { Int(distances[from * count + to]) }

    private mutating func fill(from start: Int, _ queue: inout DistanceQueue) {
        let row = start * count
        distances[row + start] = 0
        queue.push(distance: 0, junction: start)
        while let (distance, junction) = queue.pop() {
            if distance > distances[row + junction] { continue }
            for way in ways[junction] {
                let (reached, isTooFar) = distance.addingReportingOverflow(way.lengthMM)
                guard !isTooFar, reached < distances[row + way.to] else { continue }
                distances[row + way.to] = reached
                queue.push(distance: reached, junction: way.to)
            }
        }
    }

    /// The junctions of a shortest walk, both ends included; empty where there is none.
    ///
    /// - Complexity: linear in the walk's junctions.
    func walk(from start: Int, to end: Int) -> [Int] {
        guard self[start, end] < Int(Self.unreachable) else { return [] }
        var walk = [start]
        var here = start
        while here != end, walk.count <= count {
            let rest = self[here, end]
            let onward = ways[here].first { way in
                self[way.to, end] < rest && Int(way.lengthMM) + self[way.to, end] == rest
            }
            // A stretch of length 0 does not lead nearer: it is walked only to a junction not yet passed.
            let level =
                onward
                ?? ways[here].first { $0.lengthMM == 0 && self[$0.to, end] == rest && !walk.contains($0.to) }
            guard let next = level?.to else { return [] }
            walk.append(next)
            here = next
        }
        return walk
    }
}

extension Junctions.Stretch {
    /// Whether a means may use it; nil asks whether anybody may.
    func admits(_ means: Means?) -> Bool {
        if let means { return !notFor.contains(means) }
        return notFor.count < Means.allCases.count || !Means.allCases.allSatisfy(notFor.contains)
    }
}

/// A binary heap of distances with their junctions packed beside them.
private struct DistanceQueue {
    private var heap: [UInt64] = []

    mutating func push(distance: Int32, junction: Int) {
        assert(distance >= 0 && UInt32(exactly: junction) != nil, "distance and junction are 32 bits each")
        heap.append(UInt64(UInt32(distance)) << 32 | UInt64(UInt32(junction)))
        var child = heap.count - 1
        while child > 0, heap[child] < heap[(child - 1) / 2] {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func pop() -> (distance: Int32, junction: Int)? {
        guard let top = heap.first, let last = heap.popLast() else { return nil }
        if !heap.isEmpty {
            heap[0] = last
            sink()
        }
        return (Int32(top >> 32), Int(top & 0xFFFF_FFFF))
    }

    private mutating func sink() {
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < heap.count && heap[child] < heap[least] {
                least = child
            }
            if least == parent { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
