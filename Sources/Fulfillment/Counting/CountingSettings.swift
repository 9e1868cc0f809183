import Domain

/// When a difference that a count finds is so large that it is not booked at once.
public struct CountingSettings: Sendable, Equatable {
    /// Differences of no more pieces are booked at once.
    public var recountPieces = 20
    /// Differences of no more thousandths of what the books had are booked at once.
    public var recountPermille = 200
    /// Differences of no more pieces are booked when a second count says the same; larger ones wait for a lead.
    public var leadPieces = 200
    /// The same in thousandths of what the books had.
    public var leadPermille = 500

    public init() {}

    /// Whether somebody else has to count it again.
    ///
    /// Above both limits: a second walk pays neither for a few pieces of many nor for one piece of three. Where one limit
    /// is 0, the other decides alone.
    func isLarge(_ difference: CountDifference) -> Bool {
        Self.isAbove(recountPieces, recountPermille, difference)
    }

    /// Whether a lead has to confirm what two counts found.
    func isForLead(_ difference: CountDifference) -> Bool {
        Self.isAbove(leadPieces, leadPermille, difference)
    }

    private static func isAbove(_ pieces: Int, _ permille: Int, _ difference: CountDifference) -> Bool {
        let change = abs(difference.change)
        return change > pieces && change * 1_000 > difference.expected * permille
    }
}
