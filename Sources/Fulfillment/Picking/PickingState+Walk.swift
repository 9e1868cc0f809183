import Domain

extension PickingState: WalkState {
    static var kind: WorkKind { .pick }
    /// Drivers wait for orders.
    static var goesFirst: Bool { true }

    init(beginning tour: TourRow) { self.init(tour: tour, at: .bind) }

    static func planTour(
        for session: Session, on floor: Floor, above priority: Int?, in site: Transaction
    ) throws(Refusal) -> Tour? {
        try site.planPickTour(on: floor, above: priority)
    }
}
