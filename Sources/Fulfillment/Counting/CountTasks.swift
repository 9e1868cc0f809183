import Domain
import Operations

/// Counts as tasks: a bin has one at most that is yet to be done.
extension Transaction {
    func countTask(at bin: BinCode, in warehouse: WarehouseCode) throws(Refusal) -> WorkTask? {
        try store.tasks.unfinished(at: bin, in: warehouse).first { $0.kind == .count }
    }

    /// Has goods of a bin counted: by a new task, or by the one that the bin has already.
    ///
    /// A task for PEN alone, joined by a count of CUP, is from then on about all that lies in the bin, and nothing of it
    /// counts as covered any more. A task that waits for a lead waits no longer: pickers count once more.
    ///
    /// - Parameter held: pieces that have just been booked into the bin as on hold until they are counted. Whoever counts
    ///   there now sees them, if they are there at all, as they lay there all the time: so they are added to the books
    ///   with which a count that is under way is compared.
    /// - Returns: the task that counts them.
    func openCount(
        of scope: CountScope, in bin: BinCode, of warehouse: WarehouseCode, isBlind: Bool, held: [GoodsCount] = [],
        reason: String?
    ) throws(Refusal) -> WorkTask {
        guard let existing = try countTask(at: bin, in: warehouse) else {
            var progress = CountProgress()
            (progress.isBlind, progress.held) = (isBlind, held)
            return try openCount(of: scope, in: bin, of: warehouse, progress, reason: reason)
        }
        let before = existing.work.facts.count
        var progress = before
        progress.isBlind = before.isBlind || isBlind
        progress.isCovered = false
        progress.held = (before.held + held).summed
        progress.books = before.books.map { ($0 + held).summed }
        let joined = existing.countScope.joined(with: scope)
        if progress == before && joined == existing.countScope && !existing.work.isForLead { return existing }
        return try store.tasks.update(existing) { work in
            (work.client, work.sku, work.facts.count) = (joined.client, joined.sku, progress)
            work.isForLead = false
        }
    }

    private func openCount(
        of scope: CountScope, in bin: BinCode, of warehouse: WarehouseCode, _ progress: CountProgress,
        reason: String?
    ) throws(Refusal) -> WorkTask {
        try openTask(
            NewTask(
                kind: .count, warehouse: warehouse, client: scope.client, sku: scope.sku, sourceBin: bin,
                facts: WorkFacts(count: progress), reason: reason))
    }

    /// What a count without a dialogue means for the task of its bin: it is done, or something is to be counted again.
    func note(
        _ verdict: CountVerdict, of counted: [GoodsCount], against books: [GoodsCount], in task: WorkTask
    ) throws(Refusal) {
        let before = task.work.facts.count
        var progress = before
        progress.first = before.first(after: counted, verdict)
        progress.held = before.held(after: counted, verdict)
        progress.isCovered =
            before.isCovered
            || books.allSatisfy { !task.countScope.covers($0.goods) || counted.names($0.goods) }
        if progress.isCovered && progress.first.isEmpty && progress.held.isEmpty {
            return try completeCount(task, verdict.booked)
        }
        // What a lead finds otherwise than those before is for somebody to count again.
        let isForLead = task.work.isForLead && verdict.again.isEmpty
        guard progress != before || isForLead != task.work.isForLead else { return }
        try store.tasks.update(task) { ($0.facts.count, $0.isForLead) = (progress, isForLead) }
    }

    /// Only what is in doubt has to be counted, by somebody to whom the books are not shown.
    func openRecount(
        of doubted: [CountDifference], in bin: BinCode, of warehouse: WarehouseCode
    ) throws(Refusal) {
        let scopes = doubted.map { CountScope(client: $0.goods.client, sku: $0.goods.sku) }
        let scope = scopes.dropFirst().reduce(scopes[0]) { $0.joined(with: $1) }
        let progress = CountProgress(isBlind: true, first: doubted, isCovered: true)
        _ = try openCount(of: scope, in: bin, of: warehouse, progress, reason: "recount")
    }

    /// A count is done. A tour on which nothing else is left is over with it, unless somebody walks it: for them it ends
    /// with their next scan.
    func completeCount(_ task: WorkTask, _ booked: [CountDifference]) throws(Refusal) {
        let done = try store.tasks.complete(task, by: person?.badge, at: now)
        try endTask(done, booked.map(StockCount.Difference.init))
        if let bin = task.work.sourceBin {
            try confirmShort(in: bin, of: task.work.warehouse, where: task.countScope.covers)
        }
        guard let tour = try task.tour.map({ (row) throws(Refusal) in try store.tours.tour(row) }) else { return }
        guard tour.done == tour.total, tour.state != .started else { return }
        try store.tours.cancel(tour, at: now)
    }
}
