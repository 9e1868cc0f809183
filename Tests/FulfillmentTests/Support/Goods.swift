import Domain
import JSON
import Operations
import TestOperations
import Testing

@testable import ShiftScript

/// What lies in the test warehouse: the goods of a shift.
enum Goods {
    static let barcode = ShiftGoods.barcode

    static func bring(to site: TestSite) throws {
        for request in ShiftGoods.requests { try site.done(request.method, request.params) }
    }
}

extension TestSite {
    func receive(_ quantity: Int, _ sku: String, in bin: String, lot: String? = nil, expiry: String? = nil)
        throws
    {
        let day = try expiry.map { text in try #require(Day(text)) }
        try done(
            StockReceive(quantity, SKUID(sku), in: BinCode(bin), lot: lot, expiry: day, warehouse: "WH-NY"))
    }

    /// The request for an order of so many pieces of each SKU, a line each.
    static func order(_ id: String, _ items: [(String, Int)], _ more: JSONObject = [:]) -> JSONObject {
        ShiftGoods.order(id, items, more)
    }

    func allocate(_ id: String, _ items: [(String, Int)], _ more: JSONObject = [:]) throws {
        try done("order.allocate", Self.order(id, items, more))
    }

    /// Releases an order, and plans its tour.
    func release(_ id: String) throws {
        try releaseOnly(id)
        try plan()
    }

    /// Allocates and releases in one go.
    func send(_ id: String, _ items: [(String, Int)], _ more: JSONObject = [:]) throws {
        try allocate(id, items, more)
        try release(id)
    }
}
