/// One way to pack an order, and what it comes to.
public struct Alternative: Hashable, Sendable {
    /// What it was searched by.
    public let profile: ObjectiveProfile
    public let packing: Packing
    public let totals: Totals
}

extension Cartonizer {
    /// Ways to pack `items` that trade one wish for another: by the profile asked for first, then by others.
    /// None is as good as another one, or worse, in every total.
    ///
    /// - Parameter most: how many at most, 1 or more.
    /// - Throws: ``PackingError`` naming the first item that is out of range.
    public func alternatives(for items: [Item], most: Int = 3, budget: Duration? = nil) throws(PackingError)
        -> [Alternative]
    {
        var kept: [Alternative] = []
        for profile in [profile] + Self.traded where !kept.contains(where: { $0.profile == profile }) {
            guard let cartonizer = profile == self.profile ? self : try? with(profile) else { continue }
            let packing = try cartonizer.pack(items, budget: budget)
            let next = Alternative(profile: profile, packing: packing, totals: totals(of: packing))
            if kept.contains(where: { $0.totals.isNoWorse(than: next.totals) }) { continue }
            kept.removeAll { next.totals.isNoWorse(than: $0.totals) }
            kept.append(next)
        }
        return Array(kept.prefix(max(1, most)))
    }

    /// So unlike that a choice between them makes sense.
    private static let traded: [ObjectiveProfile] = [.fewestParcels, .leastCost, .leastVolume]
}

extension Totals {
    /// Whether it is at most the same in pieces left, parcels, cost, freight and void.
    func isNoWorse(than other: Totals) -> Bool {
        unpackedPieces <= other.unpackedPieces && parcels <= other.parcels && (cost ?? 0) <= (other.cost ?? 0)
            && freight <= other.freight && volumeMM3 <= other.volumeMM3
    }
}
