import Domain
import Fulfillment
import Testing

@testable import wmsd

@Suite struct PrinterDelayTests {
    private let start = Instant(millisecondsSince1970: 0)

    @Test func theWaitDoublesUpToAMinute() {
        var delay = PrinterDelay("zebra-1", at: start)
        var now = start
        var waits: [Int] = []
        for _ in 0..<9 {
            delay.fail(.write, "no space left", at: now)
            waits.append((delay.triesAt.millisecondsSince1970 - now.millisecondsSince1970) / 1_000)
            #expect(!delay.mayTry(.write, at: now))
            now = delay.triesAt
            #expect(delay.mayTry(.write, at: now))
        }
        #expect(waits == [1, 2, 4, 8, 16, 32, 60, 60, 60])
        #expect(delay.since == start)
    }

    @Test func aFullDiskIsStillReadAndOnlyAWriteEndsIt() {
        var delay = PrinterDelay("zebra-1", at: start)
        delay.fail(.write, "no space left", at: start)
        #expect(delay.mayTry(.read, at: start))
        #expect(!delay.ends(with: .read))
        #expect(delay.ends(with: .write))
        delay.fail(.read, "no permission", at: start)
        #expect(!delay.mayTry(.read, at: start))
        #expect(delay.ends(with: .read))
    }
}
