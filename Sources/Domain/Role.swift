/// What a caller may do, known from the socket's peer credentials.
public enum Role: String, CaseIterable, Sendable, Comparable {
    /// The order management side.
    case oms
    case picker
    case packer
    /// Runs the floor and may do everything.
    case lead
    /// Releases quarantine and recalls.
    case quality
    case driver
    /// Reports the outcomes of labels.
    case printer
    case viewer

    public static func < (left: Role, right: Role) -> Bool {
        allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
    }
}
