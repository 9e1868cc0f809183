/// The bounds of the wire, each with its reason; those of the things that requests name are `Limits`.
public enum WireLimits {
    /// The version of the protocol that the hello line names.
    public static let protocolVersion = 1
    /// A line longer than this is skipped to its end: no client may make the daemon hold more.
    public static let lineBytesMax = 1 << 20
    /// A result longer than this may not fit in a line together with what stands around it.
    public static let resultBytesMax = lineBytesMax - 4_096
    /// Requests of one connection that may wait for their answers before the daemon stops reading it.
    public static let unansweredMax = 32
    /// Rows of one list answer, so that no read keeps changes waiting.
    public static let listRowsMax = 500
    /// Rows of one where nobody says how many: a few screens of a person's terminal.
    public static let listRowsDefault = 100
    /// Rows of one `import.rows`: a page that is decided well within a second.
    public static let importRowsMax = 1_000
    /// The first whole number that not every JSON reader can hold exactly.
    public static let wholeLimit = 1 << 53
    /// What one scan can bring: the longest two-dimensional code that a floor prints, with room.
    public static let codeBytesMax = 512
    /// A text written for people.
    public static let textBytesMax = 1_000
    /// A layout file inside a request, which needs room for its escapes.
    public static let layoutBytesMax = 1_000_000
}
