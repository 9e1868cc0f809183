import Drawing
import WarehouseLayout

/// A tour laid over the floor plan.
struct RoutePicture {
    let layout: Layout
    let start: String
    let bins: [String]
    let finish: String

    var svg: String {
        let places = [layout.station(start)?.place] + bins.map { layout.bin($0)?.place } + [layout.station(finish)?.place]
        return LayoutDrawing(layout).picture(tour: places.compactMap { $0 }).svg()
    }
}
