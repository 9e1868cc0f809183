/// A walk to be drawn: from a station by way of bins to a station.
public struct DrawnTour: Sendable {
    public let start: PlaceID?
    /// In walking order.
    public let bins: [Bin]
    public let end: PlaceID?

    public init(start: PlaceID?, bins: [Bin], end: PlaceID?) {
        self.start = start
        self.bins = bins
        self.end = end
    }

    /// The places in walking order.
    var places: [PlaceID] { (start.map { [$0] } ?? []) + bins.map(\.place) + (end.map { [$0] } ?? []) }

    /// What is walked, as far as there is a way.
    public func lengthMM(on layout: Layout) -> Int {
        zip(places, places.dropFirst()).reduce(0) { $0 + (layout.distanceMM(from: $1.0, to: $1.1) ?? 0) }
    }
}
