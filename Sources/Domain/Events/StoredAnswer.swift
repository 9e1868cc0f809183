/// What a change was answered with, kept for a repeat of it.
public struct StoredAnswer: Sendable, Equatable {
    /// A hash of the method and its params, which distinguishes a repeat from another change under the same id: 48 bits
    /// with a sign.
    public let fingerprint: Int
    /// The result as JSON text, byte for byte.
    public let text: String

    public init(fingerprint: Int, text: String) {
        self.fingerprint = fingerprint
        self.text = text
    }
}
