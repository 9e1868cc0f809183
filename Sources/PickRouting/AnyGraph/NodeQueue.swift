/// The nodes around which a local search has still to search for improvements: first in, first out, each at most
/// once. A node is queued again when an edge next to it changes.
struct NodeQueue: ~Copyable {
    private let capacity: Int
    private let ring: FlatArray<Int32>
    private let isQueued: FlatArray<Bool>
    private var head = 0
    private var count = 0

    /// - Parameter count: nodes are 0..<count.
    init(count capacity: Int) {
        self.capacity = capacity
        ring = FlatArray(repeating: 0, count: capacity)
        isQueued = FlatArray(repeating: false, count: capacity)
    }

    @inline(__always)
    mutating func enqueue(_ node: Int) {
        if isQueued[node] { return }
        isQueued[node] = true
        assert(count < capacity, "no node is queued twice")
        let slot = head + count
        ring[slot < capacity ? slot : slot - capacity] = Int32(truncatingIfNeeded: node)
        count += 1
    }

    @inline(__always)
    mutating func dequeue() -> Int? {
        if count == 0 { return nil }
        let node = Int(ring[head])
        head = head + 1 == capacity ? 0 : head + 1
        count -= 1
        isQueued[node] = false
        return node
    }
}
