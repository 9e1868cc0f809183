/// Where a tour begins and ends that is told neither.
extension Layout {
    /// The first station of kind start, in the order of the file.
    public var firstStart: Station? { stations.first { $0.kind == .start } }

    /// The pack station nearest to a place, for somebody with a cart; the first of them among equals, and where no
    /// way leads to any.
    ///
    /// - Complexity: linear in the stations.
    public func nearestPack(to place: PlaceID) -> Station? {
        let packs = stations.filter { $0.kind == .pack }
        return packs.min {
            (distanceMM(from: place, to: $0.place) ?? .max)
                < (distanceMM(from: place, to: $1.place) ?? .max)
        }
    }
}
