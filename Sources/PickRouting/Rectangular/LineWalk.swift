/// The shortest walk where start, end and all stops lie in one stretch of an aisle: to one end of it, then
/// to the other, then to the end of the walk.
struct LineWalk {
    let lengthMM: Int
    /// The calls in the order of the walk, the start and the end among them.
    let calls: [Int]

    /// Nil where the calls lie in more than one stretch, or on both sides of a barrier.
    init?(_ grid: WalkGrid, on floor: RectangularFloor) {
        let nodes = 0..<grid.nodeCount
        guard let low = nodes.first(where: { grid.firstCall[$0] < grid.firstCall[$0 + 1] }),
            let high = nodes.last(where: { grid.firstCall[$0] < grid.firstCall[$0 + 1] }),
            high - low <= grid.calls.count
        else { return nil }
        guard let lower = grid.corners.lastIndex(where: { Int($0) <= low }) else { return nil }
        let stretch = lower % grid.crossAisles
        let isOneStretch =
            low == high || stretch + 1 < grid.crossAisles && high <= Int(grid.corners[lower + 1])
        guard isOneStretch else { return nil }
        let aisle = grid.columnAisle[lower / grid.crossAisles]
        if low != high {
            guard aisle >= 0, floor.isSubAisleOpen[aisle][stretch] else { return nil }
            if let barrier = floor.barrierY[aisle][stretch], grid.nodeY[low] <= barrier,
                barrier < grid.nodeY[high]
            {
                return nil
            }
        }
        func y(_ node: Int) -> Int { Int(grid.nodeY[node]) }
        let (start, end, extent) = (grid.startNode, grid.endNode, y(high) - y(low))
        let downFirst = y(start) - y(low) + extent + y(high) - y(end)
        let upFirst = y(high) - y(start) + extent + y(end) - y(low)
        lengthMM = min(downFirst, upFirst)
        let below = Array(stride(from: start, through: low, by: -1))
        let above = Array(stride(from: start, through: high, by: 1))
        let walk = downFirst <= upFirst ? below + above.dropFirst() : above + below.dropFirst()
        calls = walk.flatMap { node in
            grid.calls[Int(grid.firstCall[node])..<Int(grid.firstCall[node + 1])].map { Int($0) }
        }
    }
}
