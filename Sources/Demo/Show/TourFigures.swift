import JSON

/// A tour's metres as `tour.list` gives them.
struct TourFigures {
    let lengthM: Double
    /// The same stops in the order of their location codes, as paper lists have them.
    let byCodeM: Double

    init(_ tour: JSONValue) {
        lengthM = tour["length_m"]?.double ?? 0
        byCodeM = tour["by_location_code_m"]?.double ?? 0
    }

    var lengthText: String { Figure.decimal(lengthM) + " m" }
    var byCodeText: String { Figure.decimal(byCodeM) + " m" }
}
