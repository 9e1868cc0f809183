public import WarehouseLayout

/// A place that a tour has to call at.
///
/// Stops of a lower precedence class come before all stops of a higher one: heavy goods before light
/// ones, fragile ones last. Within a class the walk alone decides.
public struct TourStop: Hashable, Sendable {
    public let place: PlaceID
    public let precedenceClass: Int

    public init(place: PlaceID, precedenceClass: Int = 0) {
        self.place = place
        self.precedenceClass = precedenceClass
    }
}
