import Testing

@testable import Operations

@Suite struct EventDataTests {
    @Test func everyTypeHasOneRecord() {
        let described = EventDescription.all.map(\.type).sorted()
        #expect(described == EventType.allCases.map { $0.rawValue }.sorted())
    }

    /// Where, whose, by whom and with what is said of every event, so no data may say it again.
    @Test(arguments: EventDescription.all.map(\.type)) func noNameStandsTwice(type: String) throws {
        let names = try #require(EventDescription.all.first { $0.type == type }).data.map(\.name)
        #expect(Set(names).count == names.count)
    }

    @Test func theOriginLeavesOutWhatThereIsNot() {
        let origin = EventOrigin(warehouse: "WH-A", client: "", by: nil, device: nil)
        #expect(origin.json == ["warehouse": "WH-A"])
        let worked = EventOrigin(warehouse: "WH-A", client: "ACME", by: "mara", device: "h07")
        #expect(worked.json.keys == ["warehouse", "client", "by", "device"])
    }
}
