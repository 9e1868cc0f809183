import WarehouseLayout

/// The bins that carts come by on a tour: from the first start, and on to the pack station nearest to it.
struct PickBins {
    /// In the order of the layout file.
    let bins: [Bin]

    /// - Complexity: O(bins)
    init(_ layout: Layout) {
        guard let start = layout.firstStart?.place, let finish = layout.nearestPack(to: start)?.place else {
            bins = []
            return
        }
        bins = layout.bins.filter { bin in
            bin.role == .pick && !bin.isClosed && Self.isOpenToCarts(bin.area, in: layout)
                && layout.distanceMM(from: start, to: bin.place) != nil
                && layout.distanceMM(from: bin.place, to: finish) != nil
        }
    }

    /// What lies in no area is open to every cart, and where the layout names no carts everything is.
    private static func isOpenToCarts(_ area: AreaID?, in layout: Layout) -> Bool {
        guard let area, !layout.carts.isEmpty else { return true }
        return layout.carts.contains { $0.areas?.contains(area) ?? true }
    }
}
