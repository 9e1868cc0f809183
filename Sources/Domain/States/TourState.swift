/// One person's walk.
public enum TourState: String, FloorState {
    case planned, started, paused, finished, cancelled

    public static let thing = "tour"
    public static let initial: [TourState] = [.planned]

    public static let edges: [TourState: [TourState]] = [
        .planned: [.started, .cancelled],
        .started: [.paused, .finished],
        .paused: [.started, .cancelled],
    ]
}
