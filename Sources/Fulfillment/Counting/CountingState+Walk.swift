import Domain

extension CountingState: WalkState {
    static var kind: WorkKind { .count }
    static var goesFirst: Bool { false }

    init(beginning tour: TourRow) { self.init(tour: tour) }

    static func planTour(
        for session: Session, on floor: Floor, above priority: Int?, in site: Transaction
    ) throws(Refusal) -> Tour? {
        try site.planCountTour(for: session, on: floor)
    }
}
