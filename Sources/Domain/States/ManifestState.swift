/// The parcels of one driver's pickup.
public enum ManifestState: String, FloorState {
    case open, closed

    public static let thing = "manifest"
    public static let initial: [ManifestState] = [.open]
    public static let edges: [ManifestState: [ManifestState]] = [.open: [.closed]]
}
