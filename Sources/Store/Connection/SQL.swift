import Synchronization

/// The text of one statement. Each connection prepares it once and keeps it.
///
///     private static let byID: SQL = "SELECT id, stage FROM orders WHERE id = ?"
public final class SQL: Sendable, ExpressibleByStringLiteral {
    private static let made = Atomic<Int>(0)

    let text: String
    /// Counted from 0 over all texts of the program: where a connection keeps its statement.
    let number = made.wrappingAdd(1, ordering: .relaxed).oldValue
    /// Why it may read a growing table from end to end; nil where it must not.
    let scanReason: String?

    public init(stringLiteral text: String) {
        self.text = text
        scanReason = nil
    }

    public init(_ text: String) {
        self.text = text
        scanReason = nil
    }

    /// A statement that reads a growing table from end to end, and why that is right.
    public init(_ text: String, mayScan reason: String) {
        self.text = text
        scanReason = reason
    }
}
