import Domain
import Operations
import PickRouting
import WarehouseLayout

extension AdoptCart: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        var result = Result()
        result.tour = try site.adopt(self, binEffort: PlanningLimits.binEffort)?.row
        return result
    }
}

extension Transaction {
    /// Makes a tour of what still stands of a planned cart.
    ///
    /// - Returns: nil where its orders wait on.
    func adopt(_ planned: AdoptCart, binEffort: Int) throws(Refusal) -> Tour? {
        let floor = try floor(planned.warehouse)
        // On another layout other carts may be better, or the only ones.
        guard floor.revision == planned.revision else { return nil }
        let cart = planned.cart.flatMap { code in floor.reach.carts.first { $0.id.text == code.text } }
        var loads: [CartLoad] = []
        for load in planned.loads {
            if let open = try stillOpen(load, for: cart, on: floor) { loads.append(open) }
        }
        guard !loads.isEmpty, planned.mayHaveRoom || loads.count == planned.loads.count else { return nil }
        let round = try CartRound(cart, on: floor, totes: settings.totesPerTour)
        guard isWalkable(loads, on: round) else { return nil }
        return try insertTour(loads, on: round, binEffort: binEffort)
    }

    /// Whether one walk leads through all bins: everywhere, where carts get back from every bin to every other.
    private func isWalkable(_ loads: [CartLoad], on round: CartRound) -> Bool {
        if round.floor.reach.isRound { return true }
        let stops = loads.flatMap(\.picks).compactMap { round.floor.layout.bin($0.bin.text) }
            .map { TourStop(place: $0.place) }
        let (start, finish) = (round.start.place, round.finish.place)
        return (try? round.floor.planner.plan(from: start, to: finish, stops: stops)) != nil
    }

    /// An order's picks if they are still to be fetched and on no tour; nil where they are not.
    private func stillOpen(
        _ load: AdoptCart.Load, for cart: Cart?, on floor: Floor
    ) throws(Refusal) -> CartLoad? {
        let planned = Set(load.picks)
        let picks = try store.picks.picksInPool(of: load.order).filter { planned.contains($0.row) }
        guard !picks.isEmpty, picks.count == planned.count else { return nil }
        // A pick may have been given another bin meanwhile.
        let mayGo = picks.allSatisfy { pick in
            floor.layout.bin(pick.bin.text).map { cart?.mayGo(to: $0.area) ?? true } ?? false
        }
        let order = try order(load.order)
        guard mayGo, !order.isHeld, !order.isCancelRequested else { return nil }
        return CartLoad(order: order, picks: picks)
    }
}
