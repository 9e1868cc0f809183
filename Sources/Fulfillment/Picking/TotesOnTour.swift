import Domain
import Operations

/// The totes of a walk: bound at its start, put aside when they are full, set down at its end.
extension Transaction {
    func bind(_ tote: Tote, to order: OrderRow, on tour: Tour) throws(Refusal) {
        try store.totes.move(tote, to: .bound, order: order, tour: tour.row)
    }

    /// A tote that is full stays on the cart with what is in it.
    func park(_ tote: Tote) throws(Refusal) {
        try store.totes.move(tote, to: .parked, order: tote.order, tour: tote.tour)
    }

    /// The end of the walk: all totes of the cart are set down at a station. One in which nothing lies is free.
    func dropTotes(of tour: Tour, at station: StationCode) throws(Refusal) -> Tour {
        var orders: Set<OrderRow> = []
        var totesSetDown = 0
        for tote in try store.totes.totes(on: tour.row) {
            if let order = tote.order { orders.insert(order) }
            if let order = tote.order, try !store.picks.isEmpty(tote.id) {
                totesSetDown += 1
                // What was cancelled meanwhile waits to be carried back.
                let isWanted = try !self.order(order).isCancelRequested
                try store.totes.move(tote, to: isWanted ? .atStation : .putBack, order: order, station: station)
            } else {
                try store.totes.free(tote)
            }
        }
        let finished = try store.tours.finish(tour, at: now)
        try emit(
            TourFinished(tour: tour.row, totes: totesSetDown, lengthMM: tour.lengths.plannedMM),
            of: tour.row.description, in: tour.warehouse)
        // Also where nothing of an order was found: the rest of it may have waited for this cart alone.
        for order in orders.sorted() { try refreshPicked(order) }
        return finished
    }

    /// Derives an order's stage anew, and emits `order.picked` where its last tote stands at a station and nothing more
    /// of it is to be picked.
    func refreshPicked(_ row: OrderRow) throws(Refusal) {
        let stage = try refreshStage(of: row)
        let order = try order(row)
        guard stage.after == .picked, stage.before != .picked, !order.isCancelRequested else { return }
        let picks = try store.picks.picks(of: row, in: .picked)
        var data = OrderPicked()
        data.order = order.id
        data.quantity = picks.reduce(0) { $0 + $1.quantity }
        data.totes = try store.totes.totes(of: row).map(\.id)
        data.lines = PickedPieces.summed(picks)
        try store.orders.note(pickedEvent: try emit(data, of: order), of: row)
        plan.wasPicked(row)
    }
}
