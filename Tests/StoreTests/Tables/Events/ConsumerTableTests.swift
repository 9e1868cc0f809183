import Domain
import Testing

@testable import Store

@Suite struct ConsumerTableTests {
    @Test func keepsTheFurthestPoint() throws {
        let store = try openStore()
        let consumers = store.consumers
        #expect(try consumers.acknowledged(by: "oms") == nil)
        #expect(try consumers.lowestAcknowledged() == nil)
        #expect(try consumers.acknowledge(7, by: "oms", at: Sample.noon) == 7)
        #expect(try consumers.acknowledge(3, by: "oms", at: Sample.noon.adding(seconds: 1)) == 7)
        #expect(try consumers.acknowledge(2, by: "bi", at: Sample.noon) == 2)
        #expect(try consumers.acknowledged(by: "oms") == 7)
        #expect(try consumers.lowestAcknowledged() == 2)
        let all = try consumers.all()
        #expect(all.map(\.name) == ["bi", "oms"])
        #expect(all[1].seenAt == Sample.noon.adding(seconds: 1))
        #expect(all[0].lag(behind: 9) == 7)
        #expect(try consumers.forgetSilent(since: Sample.noon.adding(seconds: 1)) == 1)
        #expect(try consumers.forget("oms"))
        #expect(try !consumers.forget("oms"))
    }
}
