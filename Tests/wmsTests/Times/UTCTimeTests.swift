import MomentTexts
import Testing

@testable import wms

struct UTCTimeTests {
    /// The seconds of a text that is a time and nothing else.
    private func seconds(_ text: String) -> Int? {
        var bytes = Array(text.utf8)[...]
        guard let time = UTCTime(readingFrom: &bytes), bytes.isEmpty else { return nil }
        return time.secondsSince1970
    }

    @Test(arguments: momentTexts) func `a time is read as the daemon reads it`(text: String, time: Int) {
        #expect(seconds(text) == time)
    }

    @Test(arguments: textsThatAreNoMoment) func `what is no time is none`(text: String) {
        #expect(seconds(text) == nil)
    }

    @Test func `before 1970 and in other zones the clock is right too`() {
        #expect(UTCTime(secondsSince1970: -1).text(secondsFromGMT: 0) == "1969-12-31 23:59:59")
        #expect(UTCTime(secondsSince1970: 1_778_076_000).text(secondsFromGMT: -14_400) == "2026-05-06 10:00:00")
    }
}
