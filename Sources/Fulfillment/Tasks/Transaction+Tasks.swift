import Domain
import Operations

/// Work that serves no line, and the events about it.
extension Transaction {
    /// Opens a task, and says so.
    @discardableResult
    func openTask(_ new: NewTask) throws(Refusal) -> WorkTask {
        let task = try store.tasks.insert(new, at: now)
        try emit(
            TaskOpened(task.row, try facts(of: task)), of: task.row.description, in: task.warehouse,
            client: new.client)
        return task
    }

    /// Says that a task is done.
    ///
    /// - Parameter differences: what a count found otherwise than the books had it.
    func endTask(_ task: WorkTask, _ differences: [StockCount.Difference] = []) throws(Refusal) {
        try emit(
            TaskDone(task.row, try facts(of: task), differences: differences), of: task.row.description,
            in: task.warehouse, client: task.work.client)
    }

    private func facts(of task: WorkTask) throws(Refusal) -> TaskFacts {
        var facts = TaskFacts()
        (facts.kind, facts.sku, facts.quantity) = (task.kind, task.work.sku, task.quantity)
        facts.lot = task.work.lot.isEmpty ? nil : task.work.lot
        facts.expiry = task.work.expiry?.description
        (facts.bin, facts.tote) = (task.work.targetBin ?? task.work.sourceBin, task.work.sourceTote)
        facts.order = try task.work.order.map { (row) throws(Refusal) in try store.orders.id(of: row) }
        (facts.parcel, facts.reason) = (task.work.parcel, task.work.reason)
        return facts
    }
}
