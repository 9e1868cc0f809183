import WarehouseLayout

/// The bins of every line that lie nearest to the way from start to end, no more than can be searched.
///
/// Where no meter measures walks, a search needs the distances between all bins; as many bins are kept as the
/// work allows, and always enough to fill every line.
struct NearestBins {
    /// The lines with the bins kept.
    private(set) var lines: [PickLine] = []
    /// By line the bins kept, as indices into those offered.
    private var kept: [[Int]] = []
    /// By line, as few of them as fill it when the nearest come first.
    private(set) var fewest: [[Int]] = []
    /// Whether filling the lines alone needs more bins than can be searched.
    let isTooLong: Bool

    /// - Parameter binsMax: how many bins can be searched; 1 or more.
    /// - Complexity: O(n log n) for n bins
    init(_ offered: [PickLine], from start: PlaceID, to end: PlaceID, ground: any WalkingGround, binsMax: Int)
    {
        let isAll = offered.reduce(0) { $0 + $1.candidates.count } <= binsMax
        let share = binsMax / max(1, offered.count)
        for line in offered {
            let usable = line.candidates.indices.filter { line.candidates[$0].available > 0 }
            let ways = usable.map { candidate in
                let place = line.candidates[candidate].place
                return (ground.distanceMM(from: start, to: place) ?? .max / 4)
                    + (ground.distanceMM(from: place, to: end) ?? .max / 4)
            }
            let nearest = usable.indices.sorted { (ways[$0], usable[$0]) < (ways[$1], usable[$1]) }.map {
                usable[$0]
            }
            var held = 0
            let needed = nearest.prefix { candidate in
                defer { held += line.candidates[candidate].available }
                return held < line.quantity
            }
            fewest.append(Array(needed))
            kept.append(
                isAll ? Array(line.candidates.indices) : nearest.prefix(max(share, needed.count)).sorted())
        }
        isTooLong = !isAll && fewest.reduce(0) { $0 + $1.count } > 2 * binsMax
        for (line, bins) in zip(offered, kept) {
            lines.append(
                PickLine(
                    quantity: line.quantity, candidates: bins.map { line.candidates[$0] },
                    precedenceClass: line.precedenceClass))
        }
    }

    /// A choice among the bins kept, as indices into those offered.
    func asOffered(_ chosen: [[Int]]) -> [[Int]] {
        zip(kept, chosen).map { bins, chosen in chosen.map { bins[$0] } }
    }
}
