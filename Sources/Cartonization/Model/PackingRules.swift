/// What makes a packing sound, beside the rules that items bring along.
public struct PackingRules: Hashable, Sendable {
    /// The least share of a piece's base, in 1/10,000, that must rest on the floor or on pieces below.
    /// 0 switches support and centre of mass off: pieces may then float.
    public var supportShare = 7_500
    /// Whether a piece's centre must lie over the hull of its contacts. A share above one half implies it:
    /// a half-plane through the centre of a rectangle holds half of its area.
    public var keepsCentreOverSupport = true

    public init(supportShare: Int = 7_500, keepsCentreOverSupport: Bool = true) {
        self.supportShare = supportShare
        self.keepsCentreOverSupport = keepsCentreOverSupport
    }
}
