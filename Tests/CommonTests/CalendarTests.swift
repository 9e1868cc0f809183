import Common
import MomentTexts
import Testing

@Suite struct CalendarTests {
    @Test("Four hundred years of days follow one another, each with its own text")
    func days() {
        var last = CalendarDay(daysSince1970: -30_001)
        for number in -30_000...120_000 {
            let day = CalendarDay(daysSince1970: number)
            let isNext =
                (day.year, day.month, day.day) == (last.year, last.month, last.day + 1)
                || last.day == CalendarDay.days(inMonth: last.month, of: last.year) && day.day == 1
            if !isNext || day.daysSince1970 != number || CalendarDay("\(day)") != day {
                Issue.record("day \(number) is \(day) after \(last)")
            }
            last = day
        }
    }

    @Test("A month has as many days as the calendar says")
    func months() {
        #expect((1...12).map { CalendarDay.days(inMonth: $0, of: 2_026) }.reduce(0, +) == 365)
        #expect([1_900, 2_000, 2_024, 2_100].map { CalendarDay.days(inMonth: 2, of: $0) } == [28, 29, 29, 28])
        #expect(CalendarDay(year: 2_026, month: 2, day: 29) == nil)
        #expect(CalendarDay(year: 10_000, month: 1, day: 1) == nil)
    }

    @Test(arguments: momentTexts) func moments(text: String, seconds: Int) {
        let moment = WrittenMoment(text)
        #expect(moment?.secondsSince1970 == seconds && moment?.length == text.utf8.count)
        let time = CalendarTime(secondsSince1970: seconds)
        #expect(WrittenMoment("\(time.day)T\(time.clock)Z")?.secondsSince1970 == seconds)
    }

    @Test(arguments: textsThatAreNoMoment) func noMoments(text: String) { #expect(WrittenMoment(text) == nil) }

    @Test("What follows a moment is not read")
    func beginning() {
        let bytes = Array("at 2026-05-06T14:00:00.25Z, or later".utf8)
        #expect(WrittenMoment(atStartOf: bytes[3...])?.length == 23)
        #expect(WrittenMoment(atStartOf: bytes[3...])?.milliseconds == 250)
        #expect(WrittenMoment(atStartOf: bytes[2...]) == nil)
    }
}
