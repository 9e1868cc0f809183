/// One rule that no state may break, and the statement that finds where it is broken.
public struct AuditRule: Sendable {
    public let rule: String
    /// Gives one row, a sentence, for each breach.
    let breaches: String
}
