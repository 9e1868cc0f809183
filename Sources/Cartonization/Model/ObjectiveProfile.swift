/// What is wanted most of a packing: a few quantities, one after the other, each as small as can be.
///
/// Pieces that stay behind come before every other quantity in every profile.
public enum ObjectiveProfile: String, Hashable, Sendable, CaseIterable {
    /// Fewest parcels, then least cost, then least void.
    case fewestParcels = "fewest-parcels"
    /// Least cost of boxes, freight and handling, then fewest parcels, then least void.
    case leastCost = "least-cost"
    /// Least freight, then fewest parcels, then least cost.
    case leastFreight = "least-freight"
    /// Least inner volume of boxes and so least void, then fewest parcels, then least cost.
    case leastVolume = "least-volume"

    /// A quantity that each parcel adds to.
    enum Criterion: Hashable {
        /// One for each parcel.
        case parcels
        /// Box, freight and handling, as far as they are known; the inner volume where nothing is.
        case cost
        case freight
        /// The inner volume of the box. The contents being the same, it is the void.
        case volume
    }

    /// Three quantities, the first to be compared first.
    var criteria: [Criterion] {
        switch self {
        case .fewestParcels: [.parcels, .cost, .volume]
        case .leastCost: [.cost, .parcels, .volume]
        case .leastFreight: [.freight, .parcels, .cost]
        case .leastVolume: [.volume, .parcels, .cost]
        }
    }

    /// Whether one parcel is better than two whatever they cost.
    var wantsFewestParcels: Bool { criteria.first == .parcels }
}
