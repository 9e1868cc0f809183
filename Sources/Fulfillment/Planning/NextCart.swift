import Domain
import WarehouseLayout

/// One cart for somebody who waits for it: the most urgent order, and always the one next that adds least walking to
/// those that are on it.
///
/// The cumulative seed rule of de Koster, van der Poort and Wolters 1999, "Efficient orderbatching methods in
/// warehouses", with the way to the nearest place that is called at anyway as the measure.
struct NextCart {
    private let round: CartRound
    private var chosen: [PooledLoad]
    private var left: [PooledLoad]
    /// By load that is left and place of it: the way from the nearest place of the tour and back.
    private var detoursMM: [[Int]]

    /// More than any walk.
    private static let noWay = 1 << 40

    /// - Returns: nil where no cart gets to anything in the snapshot.
    /// - Complexity: O(totes · places), for the places of all that was read
    static func plan(_ snapshot: PoolSnapshot) -> PlannedCart? {
        guard var next = NextCart(snapshot) else { return nil }
        while let index = next.bestIndex() { next.add(at: index) }
        return PlannedCart(next.chosen, on: next.round, isFull: next.chosen.count >= next.round.limits.totes)
    }

    private init?(_ snapshot: PoolSnapshot) {
        let (floor, choice) = (snapshot.floor, CartChoice(on: snapshot.floor))
        let loads = snapshot.loads(by: choice)
        let first = loads.indices.filter { !loads[$0].isEmpty }.min {
            (loads[$0][0].order.index, $0) < (loads[$1][0].order.index, $1)
        }
        guard let kind = first,
            let round = try? CartRound(choice.carts[kind], on: floor, totes: snapshot.totesPerTour)
        else { return nil }
        self.round = round
        chosen = [loads[kind][0]]
        // Where carts do not get back, nobody knows that one walk leads through the bins of two orders.
        left = floor.reach.isRound ? Array(loads[kind].dropFirst()) : []
        detoursMM = left.map { $0.places.map { Self.detourMM(round.start.place, $0, on: floor) } }
        shorten(for: chosen[0])
    }

    /// The load that goes on it next: of the highest priority, then with the least detour, then the most urgent.
    private func bestIndex() -> Int? {
        guard chosen.count < round.limits.totes else { return nil }
        var best: (index: Int, priority: Int, detourMM: Int)?
        for (index, load) in left.enumerated() {
            let (priority, detourMM) = (load.order.priority, detoursMM[index].reduce(0, +))
            if let best, (best.priority, -best.detourMM) >= (priority, -detourMM) { continue }
            if round.canCarry(chosen + [load]) { best = (index, priority, detourMM) }
        }
        return best?.index
    }

    private mutating func add(at index: Int) {
        let load = left.remove(at: index)
        detoursMM.remove(at: index)
        chosen.append(load)
        shorten(for: load)
    }

    /// The tour calls at a load's places: others near them are on the way now.
    private mutating func shorten(for load: PooledLoad) {
        for (index, other) in left.enumerated() {
            for (number, place) in other.places.enumerated() {
                let nearest = load.places.reduce(detoursMM[index][number]) {
                    min($0, Self.detourMM($1, place, on: round.floor))
                }
                detoursMM[index][number] = nearest
            }
        }
    }

    private static func detourMM(_ from: PlaceID, _ to: PlaceID, on floor: Floor) -> Int {
        guard let out = floor.layout.distanceMM(from: from, to: to),
            let back = floor.layout.distanceMM(from: to, to: from)
        else { return noWay }
        return out + back
    }
}
