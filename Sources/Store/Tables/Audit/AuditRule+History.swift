/// The sequence of events.
extension AuditRule {
    static let ofHistory = [
        AuditRule(rule: "event sequence numbers have no gap and no repeat", check: .sequence, cost: 1)
    ]
}
