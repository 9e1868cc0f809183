import Domain
import Operations
import Store

extension TaskList: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        var filter = TaskFilter(
            kind: kind, state: state, warehouse: try site.knownWarehouse(warehouse),
            client: try site.knownClient(client))
        if let bin {
            let floor = try site.floor(named: warehouse)
            (filter.warehouse, filter.bin) = (floor.warehouse, try site.bin(bin, on: floor).code)
        }
        let found = try site.store.tasks.list(filter, after: try page.afterRow(), limit: page.rows)
        let (rows, hasMore) = page.cut(found)
        var result = Result()
        result.hasMore = hasMore
        for task in rows { result.tasks.append(try site.summary(of: task)) }
        return result
    }
}

extension Transaction {
    fileprivate func summary(of task: WorkTask) throws(Refusal) -> TaskSummary {
        var summary = TaskSummary(task)
        summary.order = try task.work.order.map { (row) throws(Refusal) in try store.orders.id(of: row) }
        summary.badge = task.endedBy
        if summary.badge == nil, let session = task.session {
            summary.badge = try store.sessions.session(session)?.badge
        }
        if task.kind == .count {
            let progress = task.work.facts.count
            summary.isBlind = progress.isBlind
            summary.isForLead = task.state.isUnfinished && task.work.isForLead
            summary.mustRecount = task.state.isUnfinished && !progress.first.isEmpty && !summary.isForLead
            summary.notBy = task.state.isUnfinished ? task.work.notBy : nil
        }
        return summary
    }
}

extension TaskSummary {
    fileprivate init(_ task: WorkTask) {
        self.init()
        let work = task.work
        (self.task, kind, state, warehouse) = (task.row, task.kind, task.state, task.warehouse)
        (bin, tote, target) = (work.sourceBin, work.sourceTote, work.targetBin)
        (client, sku, expiry, quantity) = (work.client, work.sku, work.expiry, work.quantity)
        lot = work.lot.isEmpty ? nil : work.lot
        (parcel, reason, priority, tour) = (work.parcel, work.reason, work.priority, task.tour)
        (openedAt, endedAt) = (task.openedAt, task.endedAt)
    }
}
