/// Which of two orders goes first: the higher priority, then the earlier pickup, then the one accepted earlier.
///
/// The more urgent one is the lesser; one without a pickup goes after all that have one.
public struct Urgency: Comparable, Hashable, Sendable {
    public let priority: Int
    public let pickupAt: Instant?
    public let acceptedAt: Instant
    public let row: OrderRow

    public init(priority: Int, pickupAt: Instant?, acceptedAt: Instant, row: OrderRow) {
        self.priority = priority
        self.pickupAt = pickupAt
        self.acceptedAt = acceptedAt
        self.row = row
    }

    public static func < (left: Urgency, right: Urgency) -> Bool {
        if left.priority != right.priority { return left.priority > right.priority }
        let (earlier, later) = (left.pickupAt ?? .distantFuture, right.pickupAt ?? .distantFuture)
        if earlier != later { return earlier < later }
        if left.acceptedAt != right.acceptedAt { return left.acceptedAt < right.acceptedAt }
        return left.row < right.row
    }
}

extension Instant {
    /// Later than any moment that is written down: what stands for no moment where moments are put in order.
    public static let distantFuture = Instant(millisecondsSince1970: 9_000_000_000_000_000)
}
