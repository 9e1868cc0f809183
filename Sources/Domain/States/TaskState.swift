/// A task: work that serves no line, with its source and its target.
public enum TaskState: String, FloorState {
    case open, claimed, loaded, done, cancelled

    public static let thing = "task"
    public static let initial: [TaskState] = [.open, .claimed]

    public static let edges: [TaskState: [TaskState]] = [
        .open: [.claimed, .cancelled],
        .claimed: [.loaded, .done, .open, .cancelled],
        .loaded: [.done, .claimed],
    ]

    public var isUnfinished: Bool { self == .open || self == .claimed || self == .loaded }
}
