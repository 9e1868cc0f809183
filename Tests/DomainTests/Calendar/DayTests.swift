import Testing

@testable import Domain

@Suite struct DayTests {
    @Test("Four hundred years of days follow one another, each with its own text")
    func roundTrip() {
        for number in -30_000...120_000
        where Day(Day(daysSince1970: number).description)?.daysSince1970 != number {
            Issue.record("day \(number) reads \(Day(daysSince1970: number))")
        }
    }

    @Test func knownDays() {
        #expect(Day("1970-01-01")?.daysSince1970 == 0)
        #expect(Day("2000-03-01")?.daysSince1970 == 11_017)
        #expect(Day("2024-02-29")?.adding(days: 1).description == "2024-03-01")
        #expect(Day("1969-12-31")?.daysSince1970 == -1)
    }

    @Test(arguments: [
        "", "2026-5-6", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-05-06 ",
        "06-05-2026", "2026-+5-06", "20 6-05-06",
    ])
    func badTexts(text: String) { #expect(Day(text) == nil) }
}
