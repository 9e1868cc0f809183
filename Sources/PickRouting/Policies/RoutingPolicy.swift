/// A rule by which pickers walk without a plan. All but `code` are defined on block floors, and on floors of
/// several blocks followed block by block, from the farthest to the nearest.
public enum RoutingPolicy: String, Sendable, CaseIterable {
    /// Through every aisle that has a stop, end to end.
    case sShape = "s-shape"
    /// Into every aisle that has a stop and back out the same way.
    case `return` = "return"
    /// From either end as far as the middle of the aisle.
    case midpoint
    /// From either end as far as the largest gap between stops.
    case largestGap = "largest-gap"
    /// Aisle by aisle the shorter of traversing and returning.
    case combined
    /// In the order of the location codes.
    case code
}
