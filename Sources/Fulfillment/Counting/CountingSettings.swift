/// When a difference that a count finds is so large that it is booked only once a second count says the same.
public struct CountingSettings: Sendable, Equatable {
    /// Differences of no more pieces are booked at once.
    public var recountPieces = 20
    /// Differences of no more thousandths of what the books had are booked at once.
    public var recountPermille = 200

    public init() {}

    /// Above both limits: neither a few pieces of many nor one piece of three is worth a second walk. Where one limit
    /// is 0, the other decides alone.
    func isLarge(_ difference: CountDifference) -> Bool {
        let pieces = abs(difference.change)
        return pieces > recountPieces && pieces * 1_000 > difference.expected * recountPermille
    }
}
