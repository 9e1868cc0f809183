import Domain
import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

@Suite("An order of many lines")
struct OrderOfManyLinesTests {
    private static let lines = 800

    private func bring(_ kind: ImportedThing, _ rows: [JSONObject], to site: TestSite) throws {
        let number = try site.done(ImportBegin(kind, in: kind == .stock ? "WH-NY" : nil)).number
        try site.done(ImportRows(number, from: 2, rows))
        #expect(try site.done(ImportCommit(number)).state == .committed)
    }

    @Test("It is accepted and released whole, each line of goods of its own")
    func released() throws {
        let site = try TestSite()
        let skus = (0..<Self.lines).map { "K-\($0)" }
        let goods: [JSONObject] = skus.map { sku in
            ["sku": .string(sku), "size_mm": [40, 30, 20], "weight_g": 20]
        }
        try bring(.sku, goods, to: site)
        let aisles = ["A", "B", "C", "D"]
        let stock: [JSONObject] = skus.enumerated().map { index, sku in
            let bin = "\(aisles[index % 4])-\(1 + index / 4 % 5)-01"
            return ["bin": .string(bin), "sku": .string(sku), "qty": 9]
        }
        try bring(.stock, stock, to: site)
        try site.allocate("O-1", skus.map { ($0, 2) })
        #expect(try site.order("O-1").lines.count == Self.lines)
        try site.releaseOnly("O-1")
        let order = try site.order("O-1")
        #expect(order.summary.stage == .released)
        #expect(order.picks.map(\.sku.text).sorted() == skus.sorted())
        #expect(order.picks.allSatisfy { $0.quantity == 2 })
        #expect(try site.available("K-799") == 7)
        #expect(try site.breaches() == [])
    }
}
