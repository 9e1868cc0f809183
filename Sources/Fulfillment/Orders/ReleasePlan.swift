import Domain
import PickRouting
import WarehouseLayout

/// What releasing an order comes to: the stock that is reserved for it, or why it has to wait.
enum ReleasePlan {
    /// These pieces are reserved, and these picks of pieces that were missing are removed.
    case reserve([Reservation.Share], insteadOf: [Pick])
    /// For what, as the end of a sentence: "O-1 waits: …".
    case wait(String)
}

extension Transaction {
    /// What releasing an order would come to now. It changes nothing.
    func releasePlan(of order: Order) throws(Refusal) -> ReleasePlan {
        if let obstacle = obstacle(to: order) { return .wait(obstacle) }
        let floor = try floor(order.warehouse)
        var reservation = Reservation(layout: floor.layout, start: floor.reach.start?.place)
        let lines = try store.orders.lines(of: order.row)
        let shortPicks = order.isReleased ? try store.picks.picks(of: order.row, in: .short) : []
        for line in mostDemandingFirst(lines, of: order, on: floor) {
            let quantity =
                order.isReleased
                ? shortPicks.filter { $0.line == line.line }.reduce(0) { $0 + $1.quantity } : line.quantity
            guard quantity > 0 else { continue }
            let sku = try sku(line.sku, of: line.client)
            let candidates = try pickable(
                of: line.sku, line.client, on: floor,
                livingUntil: lastDay(ofLife: line.minLifeDays, deliveryAt: order.deliveryAt, on: floor),
                lot: line.lot)
            reservation.serve(line, quantity: quantity, rotation: sku.rotation, from: candidates)
        }
        if let missing = reservation.missing.first {
            let heldBack = try heldBack(of: missing.line.sku, missing.line.client, on: floor)
            return .wait(
                "\(missing.quantity) of \(missing.line.sku) are missing in pick bins"
                    + (heldBack.map { "; \($0)" } ?? ""))
        }
        guard !reservation.shares.isEmpty else { return .wait("all that it needs is reserved already") }
        if let shortage = try promisedAway(reservation.shares, from: order, lines, on: floor) {
            return .wait(shortage)
        }
        if let obstacle = obstacle(toWalkTo: reservation.shares, on: floor) { return .wait(obstacle) }
        return .reserve(reservation.shares, insteadOf: shortPicks)
    }

    /// The lines that can be served from the fewest pieces come first: so no line takes pieces that another line cannot
    /// do without, because it asks for their lot.
    private func mostDemandingFirst(
        _ lines: [OrderLine], of order: Order, on floor: Floor
    ) -> [OrderLine] {
        let demands = lines.map { line in
            demand(
                of: line.sku, lot: line.lot, minLifeDays: line.minLifeDays, deliveryAt: order.deliveryAt,
                on: floor)
        }
        let places = lines.indices.sorted { left, right in
            if StockDemand.isServedFirst(demands[left], demands[right]) { return true }
            return !StockDemand.isServedFirst(demands[right], demands[left]) && left < right
        }
        return places.map { lines[$0] }
    }

    private func obstacle(to order: Order) -> String? {
        if order.isHeld { return "held: \(order.holdReason ?? "no reason given")" }
        if let notBefore = order.notBefore, notBefore > now { return "not before \(notBefore)" }
        return nil
    }

    /// Why no cart gets to all of the bins in one tour; nil where one does. Where carts get back from the pack station
    /// to the start they get from each bin to each other, and nothing has to be tried.
    private func obstacle(toWalkTo shares: [Reservation.Share], on floor: Floor) -> String? {
        guard !floor.reach.isRound, let start = floor.reach.start, let finish = floor.reach.finish else {
            return nil
        }
        let bins = Set(shares.map(\.stock.key.bin.text)).sorted()
        let stops = bins.compactMap { floor.layout.bin($0).map { TourStop(place: $0.place) } }
        if (try? floor.planner.plan(from: start.place, to: finish.place, stops: stops)) != nil { return nil }
        return
            "no cart gets to \(bins.joined(separator: ", ")) in one tour; check one_way and closed in the layout"
    }

    /// Why the shares cannot be reserved, because other orders were promised the pieces; nil where enough are left.
    private func promisedAway(
        _ shares: [Reservation.Share], from order: Order, _ lines: [OrderLine], on floor: Floor
    ) throws(Refusal) -> String? {
        for sku in Set(shares.map(\.line.sku)).sorted() {
            let wanted = shares.filter { $0.line.sku == sku }.reduce(0) { $0 + $1.quantity }
            let own = lines.filter { $0.sku == sku }.reduce(0) { $0 + $1.promised }
            let others = try promised(of: sku, order.client, in: order.warehouse) - own
            let free = try available(of: sku, order.client, on: floor) - others
            if wanted > free {
                return "\(wanted - free) of \(sku) are missing; what lies in the bins is promised to other orders"
            }
        }
        return nil
    }
}
