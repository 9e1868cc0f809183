import Domain

extension CountingMachine {
    /// Why this way, and why this bin.
    static func reasons(_ facts: CountingFacts) -> [CountingReason] {
        let way = CountingReason.way(TourWay(of: facts.tour))
        guard let task = facts.task else { return [way] }
        let counted = CountingReason.task(task.row, priority: task.work.priority, reason: task.work.reason)
        return [way, counted] + facts.progress.first.map { CountingReason.countedAgain($0.goods.sku) }
    }
}
