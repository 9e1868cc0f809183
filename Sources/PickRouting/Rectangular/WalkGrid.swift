import WarehouseLayout

/// The part of a rectangular floor that one tour has to do with: a column for every aisle concerned, and in
/// it a node for every corner and every point called at, front to back.
///
/// A start, an end or a stop on a cross aisle between two aisles gets a column without an aisle.
struct WalkGrid {
    let crossAisles: Int
    private(set) var columnX: [Int32] = []
    /// -1 where the column stands between aisles.
    private(set) var columnAisle: [Int] = []
    private(set) var nodeY: [Int32] = []
    /// Where each node's calls begin; one more than there are nodes.
    private(set) var firstCall: [Int32] = []
    /// `[column * crossAisles + crossAisle]`: the corner's node.
    private(set) var corners: [Int32] = []
    /// What is called at, node by node; the start and the end are numbered after the stops.
    private(set) var calls: [Int32] = []
    private(set) var startNode = -1
    private(set) var endNode = -1

    var columnCount: Int { columnX.count }
    var nodeCount: Int { nodeY.count }
    /// Whether start and end are different points.
    var isOpen: Bool { startNode != endNode }

    /// - Parameter places: the stops, then the start, then the end.
    /// - Complexity: O(n log n) for n places, plus the size of the grid
    init(places: [PlaceID], on floor: RectangularFloor) {
        crossAisles = floor.crossAisles
        var keys = Self.keys(of: places, on: floor)
        keys.sort()
        let columns = Self.columns(of: keys, on: floor)
        let nodesMax = columns.count * crossAisles + keys.count
        columnX.reserveCapacity(columns.count)
        columnAisle.reserveCapacity(columns.count)
        corners.reserveCapacity(columns.count * crossAisles)
        nodeY.reserveCapacity(nodesMax)
        firstCall.reserveCapacity(nodesMax + 1)
        calls.reserveCapacity(keys.count)
        var key = 0
        for (x, aisle) in columns {
            columnX.append(x)
            columnAisle.append(aisle)
            for y in floor.crossAisleY {
                while key < keys.count, Self.x(keys[key]) == x, Self.y(keys[key]) < y {
                    key = addNode(at: key, of: keys)
                }
                corners.append(Int32(truncatingIfNeeded: nodeY.count))
                nodeY.append(y)
                firstCall.append(Int32(truncatingIfNeeded: calls.count))
                if key < keys.count, Self.x(keys[key]) == x, Self.y(keys[key]) == y {
                    key = addCalls(at: key, of: keys)
                }
            }
        }
        firstCall.append(Int32(truncatingIfNeeded: calls.count))
    }

    private mutating func addNode(at key: Int, of keys: [UInt64]) -> Int {
        nodeY.append(Self.y(keys[key]))
        firstCall.append(Int32(truncatingIfNeeded: calls.count))
        return addCalls(at: key, of: keys)
    }

    /// Adds all calls at one point to the newest node; returns the key after them.
    private mutating func addCalls(at key: Int, of keys: [UInt64]) -> Int {
        var key = key
        let point = keys[key] >> Self.callBits
        while key < keys.count, keys[key] >> Self.callBits == point {
            let call = Int(truncatingIfNeeded: keys[key] & (1 << Self.callBits - 1))
            calls.append(Int32(truncatingIfNeeded: call))
            if call == keys.count - 2 { startNode = nodeY.count - 1 }
            if call == keys.count - 1 { endNode = nodeY.count - 1 }
            key += 1
        }
        return key
    }
}

// MARK: Points as sortable numbers

extension WalkGrid {
    /// A million stops; x and y take 22 bits each.
    private static let callBits: UInt64 = 20
    private static let yBits: UInt64 = 22

    private static func keys(of places: [PlaceID], on floor: RectangularFloor) -> [UInt64] {
        var keys: [UInt64] = []
        keys.reserveCapacity(places.count)
        for (call, place) in places.enumerated() {
            let point = floor.points[place.index]
            let across = UInt64(UInt32(bitPattern: point.x)) << (yBits + callBits)
            let along = UInt64(UInt32(bitPattern: point.y)) << callBits
            keys.append(across | along | UInt64(truncatingIfNeeded: call))
        }
        return keys
    }

    private static func x(_ key: UInt64) -> Int32 { Int32(truncatingIfNeeded: key >> (yBits + callBits)) }
    private static func y(_ key: UInt64) -> Int32 {
        Int32(truncatingIfNeeded: key >> callBits & (1 << yBits - 1))
    }

    /// The columns that a shortest walk can need.
    ///
    /// On a wholly open floor a shortest way between two points needs no other aisle than theirs, unless
    /// both stand between aisles. Where something is closed, a detour may lead anywhere.
    private static func columns(of keys: [UInt64], on floor: RectangularFloor) -> [(x: Int32, aisle: Int)] {
        var columns: [(x: Int32, aisle: Int)] = []
        var between = 0
        var aisle = 0
        var point: UInt64?
        for key in keys where key >> callBits != point {
            point = key >> callBits
            let x = x(key)
            if let last = columns.last, last.x == x {
                if last.aisle < 0 { between += 1 }
                continue
            }
            while aisle < floor.aisleX.count, floor.aisleX[aisle] < x { aisle += 1 }
            let isAisle = aisle < floor.aisleX.count && floor.aisleX[aisle] == x
            if !isAisle { between += 1 }
            columns.append((x, isAisle ? aisle : -1))
        }
        if floor.isWhollyOpen && between < 2 { return columns }
        columns.removeAll { $0.aisle >= 0 }
        for (aisle, x) in floor.aisleX.enumerated() { columns.append((x, aisle)) }
        return columns.sorted { $0.x < $1.x }
    }
}
