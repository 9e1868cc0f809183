import Domain
import JSON
import Testing

@testable import Fulfillment

@Suite("Why a bin's stock changed is one word of a closed set")
struct StockReasonTests {
    @Test("A receipt's own number stands beside the reason, not in its place")
    func receipt() throws {
        let site = try Worlds.stocked.open()
        let place: JSONObject = ["warehouse": "WH-NY", "bin": "A-1-01", "sku": "PEN", "qty": 2]
        try site.done("stock.receive", place.setting(["ref": "R-1"]))
        try site.done("stock.receive", place)
        let told = try site.events("stock.changed").compactMap { $0["data"] }.suffix(2)
        #expect(told.map { $0["reason"] } == ["receipt", "receipt"])
        #expect(told.map { $0["ref"]?.string } == ["R-1", nil])
    }

    @Test("A day of every kind of work tells no other words")
    func words() throws {
        let site = try Worlds.busy.open()
        let told = try site.events("stock.changed").map { $0["data"]?["reason"]?.string ?? "" }
        #expect(Set(told).isSuperset(of: ["receipt", "pick", "lost"]))
        for word in told { #expect(StockChangeReason(rawValue: word) != nil, "\(word)") }
    }
}
