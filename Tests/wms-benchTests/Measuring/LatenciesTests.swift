import Testing

@testable import wms_bench

struct LatenciesTests {
    @Test func `a standstill counts for all who would have come meanwhile`() {
        var latencies = Latencies()
        latencies.record(3, every: 10)
        latencies.record(35, every: 10)
        #expect(latencies.microseconds == [3, 35, 25, 15, 5])
    }

    @Test func `percentiles are waits that were measured`() {
        var latencies = Latencies()
        #expect(latencies.percentile(0.5) == nil)
        for wait in (1...100).reversed() { latencies.record(Double(wait)) }
        #expect(latencies.percentile(0) == 1)
        #expect(latencies.percentile(0.5) == 51)
        #expect(latencies.percentile(0.99) == 100)
        #expect(latencies.percentile(1) == 100)
    }
}
