/// What is wanted most of a packing.
public enum ObjectiveProfile: Hashable, Sendable {
    /// Fewest parcels, then least box cost (inner volume where boxes have no cost), then least void.
    case fewestParcels
}
