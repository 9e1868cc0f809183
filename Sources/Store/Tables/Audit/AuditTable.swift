public import Domain

/// Finds where the tables break a rule.
public struct AuditTable {
    /// As many breaches of one rule as somebody reads.
    private static let breachesMax = 20

    let db: Connection

    init(_ db: Connection) { self.db = db }

    /// Sentences, one for each breach of a rule.
    ///
    /// - Complexity: linear in what is stored, history left out.
    public func breaches(of rule: AuditRule) throws(Refusal) -> [String] {
        try db.all(
            text: "SELECT * FROM (\(rule.breaches)) LIMIT ?", mayScan: "an audit reads everything", [Self.breachesMax]
        ) { (columns) throws(Refusal) in try columns.text() }
    }
}
