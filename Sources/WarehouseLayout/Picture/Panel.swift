internal import Drawing

/// One storey of a building on the picture: y grows upwards in the building and downwards here.
struct Panel {
    let floor: Int
    let box: Box
    private let extent: FloorExtent
    private let frame: PanelFrame
    private let pixelsPerMM: Double

    init(_ extent: FloorExtent, _ frame: PanelFrame, left: Double, top: Double, pixelsPerMM: Double) {
        (self.extent, self.frame, self.pixelsPerMM) = (extent, frame, pixelsPerMM)
        floor = extent.floor
        box = Box(
            x: left, y: top, width: Double(extent.widthMM) * pixelsPerMM + 2 * frame.side,
            height: Double(extent.heightMM) * pixelsPerMM + 2 * frame.end)
    }

    func at(_ point: Point) -> Position {
        Position(
            box.x + frame.side + Double(point.xMM - extent.left) * pixelsPerMM,
            box.y + frame.end + Double(extent.top - point.yMM) * pixelsPerMM)
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
}

/// The room around a storey for names and badges, in pixels.
struct PanelFrame {
    /// Left and right.
    let side: Double
    /// Above and below.
    let end = 44.0

    init(_ layout: Layout) {
        let names = layout.crossAisles.map { LayoutDrawing.nameBox($0.id).width }
        side = max(44, (names.max() ?? 0) + 24)
    }
}

/// How far a storey's walkways, shelves and stations reach.
struct FloorExtent {
    let floor: Int
    private(set) var left = Int.max
    private(set) var right = Int.min
    private(set) var bottom = Int.max
    private(set) var top = Int.min

    var widthMM: Int { right - left }
    var heightMM: Int { top - bottom }

    /// Half a walkway's breadth, which reaches beyond its line.
    private static let marginMM = 1_000

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
            for point in points where point.floor == floor { extent.include(point) }
            return extent
        }
    }

    private mutating func include(_ point: Point) {
        left = min(left, point.xMM - Self.marginMM)
        right = max(right, point.xMM + Self.marginMM)
        bottom = min(bottom, point.yMM - Self.marginMM)
        top = max(top, point.yMM + Self.marginMM)
    }
}
