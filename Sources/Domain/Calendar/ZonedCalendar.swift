import FoundationEssentials

/// The days of one time zone: goods are good through their day of expiry where the warehouse stands.
///
///     ZonedCalendar("America/New_York").day(of: moment)
public struct ZonedCalendar: Sendable {
    private let zone: TimeZone?

    /// - Parameter name: a name of the time zone database; one that is not known there counts as UTC.
    public init(_ name: String) { zone = name == "UTC" ? nil : TimeZone(identifier: name) }

    /// The day that clocks on the wall show at a moment.
    public func day(of instant: Instant) -> Day {
        guard let zone else { return instant.utcDay }
        let date = Date(timeIntervalSince1970: Double(instant.millisecondsSince1970) / 1000)
        return instant.adding(seconds: zone.secondsFromGMT(for: date)).utcDay
    }
}
