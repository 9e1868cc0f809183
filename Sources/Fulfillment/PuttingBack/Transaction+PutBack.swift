import Domain
import Operations
import WarehouseLayout

extension Transaction {
    /// A tote of pieces is on the cart.
    func fetch(_ tote: ToteID, on tour: Tour) throws(Refusal) {
        for task in try store.tasks.tasks(on: tour.row) where task.work.sourceTote == tote && task.state == .claimed {
            try store.tasks.load(task)
        }
    }

    /// Pieces lie in a bin again and their pick is over; with the last of an order's, the order is cancelled. Those that
    /// were missed are the bin's by the books, on hold until it is counted: one person's word writes nothing off.
    func putBack(
        _ task: WorkTask, found: Int, by session: Session, _ tour: Tour, on floor: Floor
    ) throws(Refusal) {
        guard let row = task.work.pick, let bin = task.work.targetBin else {
            throw .unreadable("task \(task.row): it has no pick or no bin")
        }
        let pick = try store.picks.pick(row)
        let missing = pick.quantity - found
        if found > 0 { try shelve(found, of: pick, in: bin, on: floor) }
        if missing > 0 {
            try hold(
                GoodsCount(BinGoods(pick.goods), missing), as: pick.stockKey.moved(to: bin),
                receivedAt: pick.receivedAt, reason: .missedAtPutBack)
        }
        try store.picks.cancel(pick, reason: task.work.reason)
        try endTask(try store.tasks.complete(task, by: session.badge, at: now))
        try freeWhenEmpty(task.work.sourceTote)
        try cancelWhenBack(pick.order, reason: task.work.reason)
        try finishWhenDone(tour.row)
    }

    /// - Parameter quantity: that many pieces of a pick lie in the bin now.
    private func shelve(_ quantity: Int, of pick: Pick, in bin: BinCode, on floor: Floor) throws(Refusal) {
        var key = pick.stockKey.moved(to: bin)
        if try hasBeenWarm(pick) { key.status = .quarantine }
        let record = try store.stock.add(quantity, to: key, receivedAt: pick.receivedAt)
        try emitStockChange(key, by: quantity, onHand: record.onHand, reason: .putBack)
        try renewPromises(of: pick.sku, pick.client, on: floor)
    }

    /// Whether goods that have to stay cold were outside their storage longer than the site allows.
    private func hasBeenWarm(_ pick: Pick) throws(Refusal) -> Bool {
        guard let pickedAt = pick.pickedAt, try sku(pick.sku, of: pick.client).storage != .ambient else { return false }
        return now > pickedAt.adding(seconds: settings.warmMinutesMax * 60)
    }

    private func freeWhenEmpty(_ id: ToteID?) throws(Refusal) {
        guard let id, try store.picks.isEmpty(id) else { return }
        let tote = try tote(id)
        if tote.state == .putBack { try store.totes.free(tote) }
    }

    /// Ends a tour of tasks after the last of them.
    func finishWhenDone(_ row: TourRow) throws(Refusal) {
        let tour = try store.tours.tour(row)
        guard tour.done == tour.total, tour.state == .started else { return }
        let finished = try store.tours.finish(tour, at: now)
        try emit(
            TourFinished(tour: row, totes: 0, lengthMM: finished.lengths.plannedMM), of: row.description,
            in: tour.warehouse)
    }

    /// The cart is left where it is; anybody may go on with it.
    func leave(_ tour: Tour) throws(Refusal) {
        try store.tasks.unclaimAll(on: tour.row)
        try store.tours.pause(tour)
    }
}
