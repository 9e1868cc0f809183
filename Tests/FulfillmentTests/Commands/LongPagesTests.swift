import Domain
import JSON
import LineProtocol
import Operations
import Testing

@testable import Fulfillment

/// Pages whose rows would exceed a line.
@Suite struct LongPagesTests {
    @Test("A page ends early where its rows would exceed a line, and the next goes on where it ended")
    func endsEarly() throws {
        let site = try TestSite(empty: ())
        let skus = (1...400).map { "S-\(1_000 + $0)" }
        for sku in skus {
            let barcodes = (10..<60).map {
                JSONValue.string("\(sku)-\($0)-" + String(repeating: "9", count: 50))
            }
            try site.done(
                "sku.upsert",
                ["sku": .string(sku), "size_mm": [10, 10, 10], "weight_g": 5, "barcodes": .array(barcodes)],
                id: sku)
        }
        var found: [String] = []
        var pages = 0
        var params: JSONObject = ["limit": 500]
        while true {
            let page = try site.read("sku.list", params)
            #expect(page.description.utf8.count <= WireLimits.resultBytesMax)
            found += page["skus"]?.array?.compactMap { $0["sku"]?.string } ?? []
            pages += 1
            guard page["more"] == true, let last = found.last else { break }
            params["after"] = .string(last)
        }
        #expect(pages > 1)
        #expect(found == skus)
    }

    @Test("A page that fits has all the rows that were asked for")
    func fits() throws {
        let site = try TestSite()
        let page = try site.read(ToteList().shortened(to: 500))
        #expect(page.totes.count == 40)
        #expect(!page.hasMore)
    }

    @Test("Every list that goes by pages is shortened this way; events go by their own number")
    func allLists() {
        let lists = Method.all.map(\.name).filter { $0.hasSuffix(".list") }
        for name in lists where name != "event.list" {
            #expect(Method.named(name)?.type is any ListOperation.Type, "\(name)")
        }
    }
}
