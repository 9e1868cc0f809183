/// One fault of a template file, with the place where it stands and how to fix it.
public struct TemplateFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The path that the template was loaded with.
    public let file: String
    /// Counted from 1.
    public let line: Int
    /// Counted from 1.
    public let column: Int
    /// What is wrong, and the fix.
    public let message: String

    public var description: String { "\(file):\(line):\(column): \(message)" }
}
