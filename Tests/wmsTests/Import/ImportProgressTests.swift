import Operations
import Testing

@testable import wms

struct ImportProgressTests {
    @Test func `the first and the last state are shown, and later ones a few times a second`() {
        var shown: [String] = []
        var now = ContinuousClock.now
        var progress = ImportProgress(
            show: { text, isLast in shown.append(isLast ? text + "\n" : text) }, now: { now })
        progress.brought(1, share: 0.014)
        for row in 2...1_000 {
            now = now + .milliseconds(1)
            progress.brought(row, share: 0.5)
        }
        progress.end()
        progress.end()
        #expect(shown.first == "1 % brought, 1 row")
        // One every 200 ms of the second that the rows take, and the end.
        #expect(shown.count == 6)
        #expect(shown.last?.hasSuffix("\n") == true)
    }

    @Test func `what is under way is told in rows`() {
        var shown: [String] = []
        var progress = ImportProgress { text, _ in shown.append(text) }
        var status = ImportGet.Result()
        (status.state, status.doing) = (.committing, .booking)
        (status.rows, status.done) = (800, 200)
        progress.committing(status)
        #expect(shown == ["25 % booked, 200 of 800 rows"])
    }

    @Test func `rows that were booked before a fault was found are told`() {
        var status = ImportGet.Result()
        var fault = ImportGet.Fault()
        (fault.line, fault.message) = (3, "there is no SKU X")
        (status.state, status.done, status.faults) = (.refused, 2, [fault])
        #expect(
            ImportFaults(file: "a.csv", refused: status).description == """
                2 rows had been imported when this was found; the others were not:
                a.csv:3: there is no SKU X
                """)
    }

    @Test func `the faults that the daemon found stand by their lines`() {
        let found = ImportFaults(
            file: "a.csv", found: [["line": 3, "kind": "unknown_sku", "message": "there is no SKU X"]])
        #expect(found.description == "nothing was imported:\na.csv:3: there is no SKU X")
    }
}
