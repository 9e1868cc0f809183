/// A walkway beside the grid, as its entry says it.
struct Walkway: Sendable {
    let id: String
    let from: Point
    let to: Point
    let isOneWay: Bool
    /// Added to its straight length.
    let extraMM: Int
    /// Its waiting and riding time, in thousandths of a second.
    let ridesMS: Int
    let notFor: [Means]
}
