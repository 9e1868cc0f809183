import Domain

/// Where a dialogue stands that leads through a tour, and how there come to be tours of its kind.
protocol WalkState: DialogueState {
    /// Of its tours.
    static var kind: WorkKind { get }

    /// Whether what waits in no tour may go before a tour of any kind that waits.
    static var goesFirst: Bool { get }

    /// Where a tour begins.
    init(beginning tour: TourRow)

    /// Plans a tour of what waits in none, for a session that asks for one; nil where there is nothing for it.
    ///
    /// - Parameter priority: only where something is more urgent than that; nil where no tour waits, and always for
    ///   kinds that do not go first.
    static func planTour(
        for session: Session, on floor: Floor, above priority: Int?, in site: Transaction
    ) throws(Refusal) -> Tour?
}
