import Domain
import JSON
import Operations
import Testing

@testable import Fulfillment

@Suite("What all events of a day have in common, from the layout to the driver")
struct EventsOfADayTests {
    private let site: TestSite

    init() throws { site = try TestSite() }

    private func day() throws {
        try site.receive(5, "PEN", in: "A-1-01")
        let address: JSONValue = [
            "name": "Ada Byron", "lines": ["12 Elm Row"], "city": "Albany", "country": "US",
        ]
        try site.send("O-1", [("PEN", 2)], ["ship_to": address])
        try site.pickEverything()
        try site.pack("O-1")
        try site.handOver("O-1")
        #expect(try site.stage(of: "O-1") == .inTransit)
    }

    @Test("Every event names its warehouse, and none is left out or told twice")
    func warehouse() throws {
        try day()
        let stored = try site.site.events(after: 0, types: nil, limit: 100_000).events
        #expect(stored.map(\.sequence) == Array(1...stored.count))
        #expect(Set(stored.map(\.type)).isSuperset(of: ["layout.loaded", "stock.changed", "tour.finished"]))
        for type in ["order.accepted", "order.released", "order.picked", "order.packed", "order.in_transit"] {
            #expect(stored.count { $0.type == type } == 1, "\(type)")
        }
        for event in try site.events() { #expect(event["data"]?["warehouse"] == "WH-NY", "\(event)") }
    }

    @Test("No event tells where the customer lives, unless the settings say so")
    func address() throws {
        try day()
        for event in try site.events() {
            for words in ["Ada Byron", "Elm Row", "Albany"] {
                #expect(!event.description.contains(words), "\(event)")
            }
        }
    }

    @Test("Where the settings say so, the address is told with the order")
    func addressByTheSettings() throws {
        site.settings.addressesInEvents = true
        try site.reopen()
        try day()
        let told = try site.events("order.accepted").last?["data"]
        #expect(told?["ship_to"]?["lines"]?.array?.first?.string == "12 Elm Row")
    }
}
