import Domain

extension CountingMachine {
    /// Why this way, and why this bin.
    static func reasons(_ facts: CountingFacts) -> [String] {
        var reasons = PickingMachine.reasons(for: facts.tour, nil)
        guard let task = facts.task else { return reasons }
        let reason = task.work.reason.map { ": \($0)" } ?? ""
        reasons.append("task \(task.row) has it counted\(reason); priority \(task.work.priority)")
        for doubt in facts.progress.first {
            reasons.append("\(doubt.goods.sku) is counted again, because the count before found a large difference")
        }
        return reasons
    }
}
