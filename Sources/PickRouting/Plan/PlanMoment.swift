import Common

/// A moment in a plan's lines: RFC 3339, `2026-05-06T14:00:00Z`, with any offset from UTC, to the second.
public struct PlanMoment: Sendable, Equatable, CustomStringConvertible {
    public let secondsSince1970: Int

    public init(secondsSince1970: Int) { self.secondsSince1970 = secondsSince1970 }

    /// Nil where the text is no moment; a fraction of a second is dropped.
    public init?(_ text: String) {
        guard let moment = WrittenMoment(text) else { return nil }
        secondsSince1970 = moment.secondsSince1970
    }

    /// In UTC.
    public var description: String {
        let time = CalendarTime(secondsSince1970: secondsSince1970)
        return "\(time.day)T\(time.clock)Z"
    }
}
