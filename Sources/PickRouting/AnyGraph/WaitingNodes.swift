/// Nodes whose surroundings have changed, first in first out, each at most once.
struct WaitingNodes: ~Copyable {
    private let capacity: Int
    private let ring: FlatArray<Int32>
    private let isWaiting: FlatArray<Bool>
    private var head = 0
    private var count = 0

    /// - Parameter count: nodes are 0..<count.
    init(count capacity: Int) {
        self.capacity = capacity
        ring = FlatArray(repeating: 0, count: capacity)
        isWaiting = FlatArray(repeating: false, count: capacity)
    }

    @inline(__always)
    mutating func add(_ node: Int) {
        if isWaiting[node] { return }
        isWaiting[node] = true
        let slot = head + count
        ring[slot < capacity ? slot : slot - capacity] = Int32(truncatingIfNeeded: node)
        count += 1
    }

    @inline(__always)
    mutating func take() -> Int? {
        if count == 0 { return nil }
        let node = Int(ring[head])
        head = head + 1 == capacity ? 0 : head + 1
        count -= 1
        isWaiting[node] = false
        return node
    }
}
