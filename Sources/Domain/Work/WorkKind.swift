/// The kinds of tours and tasks.
public enum WorkKind: String, CaseIterable, Sendable {
    case pick
    case putBack = "put_back"
    case count, unpack
}
