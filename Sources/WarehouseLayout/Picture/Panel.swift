internal import Drawing

/// One storey of a building on the picture: y grows upwards in the building and downwards here.
struct Panel {
    let floor: Int
    let left: Double
    let top: Double
    let width: Double
    let height: Double
    private let extent: FloorExtent
    private let pixelsPerMM: Double

    init(_ extent: FloorExtent, left: Double, top: Double, pixelsPerMM: Double) {
        self.extent = extent
        (self.floor, self.left, self.top, self.pixelsPerMM) = (extent.floor, left, top, pixelsPerMM)
        width = Double(extent.widthMM) * pixelsPerMM
        height = Double(extent.heightMM) * pixelsPerMM
    }

    func at(_ point: Point) -> Position {
        Position(
            left + Double(point.xMM - extent.left) * pixelsPerMM,
            top + Double(extent.top - point.yMM) * pixelsPerMM)
    }

    func pixels(_ millimetres: Int) -> Double { Double(millimetres) * pixelsPerMM }

    /// The rectangle between two opposite corners given in an area's coordinates.
    func box(_ frame: Frame, x: ClosedRange<Int>, y: ClosedRange<Int>) -> Box {
        let one = at(frame.world(xMM: x.lowerBound, yMM: y.lowerBound))
        let other = at(frame.world(xMM: x.upperBound, yMM: y.upperBound))
        return Box(
            x: min(one.x, other.x), y: min(one.y, other.y), width: abs(one.x - other.x),
            height: abs(one.y - other.y))
    }

    struct Box {
        let x, y, width, height: Double
        var center: Position { Position(x + width / 2, y + height / 2) }
    }
}

/// How far a storey's aisles, shelves and stations reach, with a margin.
struct FloorExtent {
    let floor: Int
    private(set) var left = Int.max
    private(set) var right = Int.min
    private(set) var bottom = Int.max
    private(set) var top = Int.min

    var widthMM: Int { right - left }
    var heightMM: Int { top - bottom }

    private static let marginMM = 2_500

    private init(floor: Int) { self.floor = floor }

    static func extents(of layout: Layout, _ rooms: [ShelfRoom]) -> [FloorExtent] {
        var points = layout.lines.flatMap { [$0.start, $0.end] } + layout.stations.map(\.point)
        points += layout.bins.filter { $0.aisle == nil }.map { layout.point(of: $0.place) }
        for (aisle, room) in zip(layout.aisles, rooms) {
            for x in [aisle.xMM - room.reachMM, aisle.xMM + room.reachMM] {
                points.append(aisle.frame.world(xMM: x, yMM: aisle.spanMM.lowerBound))
                points.append(aisle.frame.world(xMM: x, yMM: aisle.spanMM.upperBound))
            }
        }
        return Set(points.map(\.floor)).sorted().map { floor in
            var extent = FloorExtent(floor: floor)
            for point in points where point.floor == floor { extent.take(point) }
            return extent
        }
    }

    private mutating func take(_ point: Point) {
        left = min(left, point.xMM - Self.marginMM)
        right = max(right, point.xMM + Self.marginMM)
        bottom = min(bottom, point.yMM - Self.marginMM)
        top = max(top, point.yMM + Self.marginMM)
    }
}

/// The room beside an aisle in which its shelves are drawn.
struct ShelfRoom {
    /// From the aisle's centre line to the front of its shelves.
    let faceMM: Int
    /// From the centre line to the back of its shelves.
    let reachMM: Int

    /// Half the way to the nearest aisle beside each one, shared between walkway and shelves.
    static func rooms(of layout: Layout) -> [ShelfRoom] {
        layout.aisles.map { aisle in
            var half = 2_500
            for other in layout.aisles
            where other.frame == aisle.frame && other.xMM != aisle.xMM && other.spanMM.overlaps(aisle.spanMM)
            {
                half = min(half, abs(other.xMM - aisle.xMM) / 2)
            }
            return ShelfRoom(faceMM: half * 2 / 5, reachMM: max(half - 60, half * 3 / 4))
        }
    }
}
