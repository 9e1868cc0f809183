/// A moment by its day and its time of day in UTC, leap seconds not counted.
///
///     CalendarTime(secondsSince1970: 1_778_076_000).day        // 2026-05-06
///     CalendarTime(secondsSince1970: 1_778_076_000).clock      // 14:00:00
public struct CalendarTime: Sendable {
    public let day: CalendarDay
    /// From 0 to 86 399.
    public let secondOfDay: Int

    public init(secondsSince1970: Int) {
        let days = secondsSince1970.floorDivided(by: 86_400)
        day = CalendarDay(daysSince1970: days)
        secondOfDay = secondsSince1970 - days * 86_400
    }

    /// `14:00:00`
    public var clock: String {
        [secondOfDay / 3_600, secondOfDay / 60 % 60, secondOfDay % 60].map { $0.zeroPadded(to: 2) }
            .joined(separator: ":")
    }
}
