import Common
import MomentTexts
import Testing

@testable import Domain

@Suite struct InstantTests {
    @Test("Every millisecond survives its text")
    func milliseconds() {
        for milli in 0..<60_000 {
            let instant = Instant(millisecondsSince1970: 1_778_054_400_000 + milli)
            #expect(Instant(instant.description) == instant)
        }
    }

    @Test(arguments: seeds)
    func anyMoment(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<2_000 {
            let instant = Instant(
                millisecondsSince1970: Int.random(
                    in: -60_000_000_000_000...250_000_000_000_000, using: &random))
            #expect(Instant(instant.description) == instant)
        }
    }

    @Test func fractions() {
        #expect(Instant("2026-05-06T14:00:00Z")?.description == "2026-05-06T14:00:00.000Z")
        #expect(Instant("2026-05-06T14:00:00.5Z")?.description == "2026-05-06T14:00:00.500Z")
        #expect(Instant("2026-05-06T14:00:00.1239Z")?.description == "2026-05-06T14:00:00.123Z")
    }

    @Test(arguments: momentTexts) func texts(text: String, seconds: Int) {
        #expect(Instant(text)?.millisecondsSince1970.floorDivided(by: 1_000) == seconds)
    }

    @Test(arguments: textsThatAreNoMoment) func badTexts(text: String) { #expect(Instant(text) == nil) }

    @Test("The day of a moment is the day of the warehouse's own clocks")
    func zonedDays() {
        let evening = Instant(millisecondsSince1970: 1_778_112_000_000)
        #expect(evening.utcDay.description == "2026-05-07")
        #expect(ZonedCalendar("America/New_York").day(of: evening).description == "2026-05-06")
        #expect(ZonedCalendar("Asia/Tokyo").day(of: evening).description == "2026-05-07")
        #expect(ZonedCalendar("UTC").day(of: evening) == evening.utcDay)
    }
}
