import Drawing
import WarehouseLayout

/// A tour laid over the places of a floor.
struct RoutePicture {
    let layout: Layout
    let start: String
    let bins: [String]
    let finish: String

    private static let pixelsPerMetre = 16.0
    private static let marginM = 3.0

    var svg: String {
        let all = (0..<layout.placeCount).map { layout.point(of: PlaceID(index: $0)) }
        let frame = Frame(all)
        var picture = Picture(width: frame.width, height: frame.height)
        for point in all {
            picture.circle(at: frame.position(point), radius: 2, Style(fill: Color(0xC8CDD3)))
        }
        let stops =
            [layout.station(start)?.place] + bins.map { layout.bin($0)?.place } + [
                layout.station(finish)?.place
            ]
        let places = stops.compactMap { $0 }
        let route = zip(places, places.dropFirst()).flatMap { layout.path(from: $0, to: $1) }
        picture.polyline(route.map(frame.position), Style(stroke: Color(0xE4572E), width: 4))
        for (name, place) in zip([start] + bins + [finish], places) {
            let position = frame.position(layout.point(of: place))
            picture.circle(at: position, radius: 6, Style(fill: Color(0x1F4E79)))
            picture.text(name, at: Position(position.x + 10, position.y + 4), Font(size: 14))
        }
        return picture.svg()
    }

    /// The building's millimetres on the picture, larger y to the top.
    private struct Frame {
        private let left: Double
        private let top: Double
        let width: Double
        let height: Double

        init(_ points: [Point]) {
            let (xs, ys) = (points.map { Double($0.xMM) / 1_000 }, points.map { Double($0.yMM) / 1_000 })
            left = (xs.min() ?? 0) - marginM
            top = (ys.max() ?? 0) + marginM
            width = ((xs.max() ?? 0) + marginM - left) * pixelsPerMetre
            height = (top - (ys.min() ?? 0) + marginM) * pixelsPerMetre
        }

        func position(_ point: Point) -> Position {
            Position(
                (Double(point.xMM) / 1_000 - left) * pixelsPerMetre,
                (top - Double(point.yMM) / 1_000) * pixelsPerMetre)
        }
    }
}
