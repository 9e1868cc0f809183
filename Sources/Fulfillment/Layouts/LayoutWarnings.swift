import Domain
import WarehouseLayout

/// What is not wrong in a layout but rarely meant: pick bins that no order is picked from.
struct LayoutWarnings {
    /// One for each aisle and obstacle, in the order of the file; bins off the grid count as one aisle.
    let sentences: [String]

    private struct Place: Hashable {
        let aisle: AisleID?
        let obstacle: PickReach.Obstacle
    }

    /// - Complexity: linear in the bins
    init(_ layout: Layout, _ reach: PickReach) {
        var places: [Place] = []
        var bins: [Place: (first: BinAddress, count: Int)] = [:]
        for bin in layout.bins where bin.role == .pick && !bin.isClosed {
            guard let obstacle = reach.obstacle(to: bin) else { continue }
            let place = Place(aisle: bin.aisle, obstacle: obstacle)
            if bins[place] == nil { places.append(place) }
            bins[place, default: (bin.address, 0)].count += 1
        }
        sentences = places.prefix(Limits.layoutWarningsMax).map { place in
            guard let (first, count) = bins[place], count > 1 else {
                return "\(bins[place]?.first.text ?? ""): \(place.obstacle.fix)"
            }
            let kind = place.aisle.map { "pick bins of aisle \($0)" } ?? "spots"
            return "\(first) and \(count - 1) more \(kind): \(place.obstacle.fix)"
        }
    }
}

extension PickReach.Obstacle {
    /// What is amiss and what helps.
    fileprivate var fix: String {
        switch self {
        case .role, .closed: description
        case .noWay:
            "no cart gets there and back, so no order is picked there; see not_for, one_way and closed, or "
                + "give them another role"
        case .noCart(let area):
            "no cart may go to \(area), so no order is picked there; add it to the areas of a cart"
        }
    }
}
