import Operations

/// A tour's metres as `tour.list` gives them.
struct TourFigures {
    let lengthM: Double
    /// The same stops in the order of their location codes, as paper lists have them.
    let byCodeM: Double

    init(_ tour: TourSummary) {
        lengthM = tour.lengthM
        byCodeM = tour.byLocationCodeM
    }

    var lengthText: String { Figure.decimal(lengthM) + " m" }
    var byCodeText: String { Figure.decimal(byCodeM) + " m" }
}
