/// How the stretch of an aisle between two cross aisles is walked, seen from its two corners.
struct SubAisleShape: Hashable {
    /// How many edges meet the corner towards smaller y: none, one, or two.
    let low: Int
    /// The same at the corner towards larger y.
    let high: Int
    /// Whether the walk leads through from corner to corner.
    let isJoined: Bool

    /// Shapes of a stretch where the walk neither starts nor ends: not entered, walked through once or twice,
    /// entered and left from below, from above, from both ends as far as a gap.
    static let closed = [
        SubAisleShape(0, 0, false), SubAisleShape(1, 1, true), SubAisleShape(2, 2, true),
        SubAisleShape(2, 0, false), SubAisleShape(0, 2, false), SubAisleShape(2, 2, false),
    ]
    /// Shapes that need the start or the end of the walk within the stretch; the last needs both.
    static let ended = [
        SubAisleShape(1, 2, true), SubAisleShape(1, 0, false), SubAisleShape(1, 2, false),
        SubAisleShape(2, 1, true), SubAisleShape(0, 1, false), SubAisleShape(2, 1, false),
        SubAisleShape(1, 1, false),
    ]
    static let all = closed + ended

    private init(_ low: Int, _ high: Int, _ isJoined: Bool) {
        self.low = low
        self.high = high
        self.isJoined = isJoined
    }

    /// Index into `all` by `low`, `high` and `isJoined`; 255 for what cannot be.
    static let index: [UInt8] = {
        var index = [UInt8](repeating: 255, count: 18)
        for (place, shape) in all.enumerated() {
            index[(shape.low * 3 + shape.high) * 2 + (shape.isJoined ? 1 : 0)] = UInt8(place)
        }
        return index
    }()
}
