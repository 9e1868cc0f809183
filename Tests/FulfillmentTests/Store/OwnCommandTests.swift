import Domain
import Operations
import Testing

@testable import Fulfillment

/// What the daemon asks for itself comes back as the operation's result, and is not kept for a repeat.
@Suite struct OwnCommandTests {
    @Test func aChangeOfItsOwnIsAnsweredByItsResult() throws {
        let site = try TestSite()
        let own = Command(own: HistorySlice(.answers, limit: 5))
        for _ in 0..<2 {
            guard case .result(let result) = try site.site.decide([own], at: site.now)[0] else {
                Issue.record("no result")
                return
            }
            #expect((result as? HistorySlice.Result)?.done == 0)
        }
    }

    @Test func aReadOfItsOwnIsAnsweredByItsResult() throws {
        let site = try TestSite()
        guard case .result(let result) = site.site.read(Command(own: Status()), at: site.now) else {
            Issue.record("no result")
            return
        }
        #expect((result as? Status.Result)?.journal == site.site.journal)
    }
}
