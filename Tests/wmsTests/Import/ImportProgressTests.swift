import Testing

@testable import wms

struct ImportProgressTests {
    @Test func `the first and the last state are shown, and later ones a few times a second`() {
        var shown: [String] = []
        var progress = ImportProgress { text, isLast in shown.append(isLast ? text + "\n" : text) }
        progress.brought(1, share: 0.014)
        for row in 2..<1_000 { progress.brought(row, share: 0.5) }
        progress.end()
        progress.end()
        #expect(shown.first == "1 % brought, 1 row")
        #expect(shown.count < 100)
        #expect(shown.last?.hasSuffix("\n") == true)
    }

    @Test func `what is under way is told in rows`() {
        var shown: [String] = []
        var progress = ImportProgress { text, _ in shown.append(text) }
        progress.committing([
            "state": "committing", "doing": "booking", "rows": 800, "done": 200, "faults": [],
        ])
        #expect(shown == ["25 % booked, 200 of 800 rows"])
    }

    @Test func `the faults that the daemon found stand by their lines`() {
        let found = ImportFaults(
            file: "a.csv", found: [["line": 3, "kind": "unknown_sku", "message": "there is no SKU X"]])
        #expect(found.description == "nothing was imported:\na.csv:3: there is no SKU X")
    }
}
