import Domain

extension PutBackState: WalkState {
    static var kind: WorkKind { .putBack }
    static var goesFirst: Bool { false }

    init(beginning tour: TourRow) { self.init(tour: tour, at: .tote) }

    static func planTour(
        for session: Session, on floor: Floor, above priority: Int?, in site: Transaction
    ) throws(Refusal) -> Tour? {
        try site.planPutBackTour(on: floor)
    }
}
