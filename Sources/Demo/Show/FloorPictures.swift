import WarehouseLayout

/// Pictures of the floor: one tour's route, and how often each bin was picked from.
struct FloorPictures {
    let layout: Layout

    /// - Parameter bins: in walking order.
    func route(from start: String, bins: [String], to finish: String) -> String {
        let tour = DrawnTour(
            start: layout.station(start)?.place, bins: bins.compactMap { layout.bin($0) },
            end: layout.station(finish)?.place)
        return LayoutDrawing(layout).picture(tour: tour).svg()
    }

    func heat(_ picks: [String: Int]) -> String {
        var heat: [BinAddress: Int] = [:]
        for (code, count) in picks {
            if let bin = layout.bin(code) { heat[bin.address, default: 0] += count }
        }
        return LayoutDrawing(layout).picture(heat: heat).svg()
    }
}
