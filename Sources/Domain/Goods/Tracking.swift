/// What has to be recorded of each piece when it moves.
public enum Tracking: String, CaseIterable, Sendable {
    case lot, expiry, serial
}
