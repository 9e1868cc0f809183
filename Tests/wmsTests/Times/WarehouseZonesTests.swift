import Testing

@testable import wms

struct WarehouseZonesTests {
    private let zones = WarehouseZones(["WH-NY": "America/New_York", "WH-DE": "Europe/Berlin"])

    @Test(arguments: [
        ("2026-05-06T14:00:00Z", "2026-05-06 10:00:00"),
        ("2026-01-06T02:00:00.250Z", "2026-01-05 21:00:00"),
        ("as written: 2026-05-06T16:00:00+02:00", "as written: 2026-05-06 10:00:00"),
        ("Driver D1 comes at 2026-05-06T14:00:00.000Z.", "Driver D1 comes at 2026-05-06 10:00:00."),
        (
            "from 2026-03-08T06:59:59Z to 2026-03-08T07:00:00Z",
            "from 2026-03-08 01:59:59 to 2026-03-08 03:00:00"
        ),
    ])
    func `times are those of the clock in the warehouse`(text: String, local: String) {
        #expect(zones.local(text, warehouse: "WH-NY") == local)
    }

    @Test(arguments: [
        "2026-05-06", "2026-13-06T14:00:00Z", "2026-02-30T14:00:00Z", "2026-05-06T25:00:00Z", "LOT-2026-05-06T14:00:00Z1",
        "X2026-05-06T14:00:00Z", "é2026-05-06T14:00:00Z", "2026-05-06T14:00:00", "2026-05-06T14:00:00.Z",
        "12026-05-06T14:00:00Z", "TZ", "",
    ])
    func `what is no time stays as it is`(text: String) {
        #expect(zones.local(text, warehouse: "WH-NY") == text)
    }

    @Test func `each warehouse has its own, and where none is known it is UTC`() {
        let time = "2026-05-06T14:00:00Z"
        #expect(zones.local(time, warehouse: "WH-DE") == "2026-05-06 16:00:00")
        #expect(zones.local(time, warehouse: nil) == "2026-05-06 14:00:00 UTC")
        #expect(zones.local(time, warehouse: "WH-X") == "2026-05-06 14:00:00 UTC")
        #expect(WarehouseZones([:]).local(time, warehouse: nil) == "2026-05-06 14:00:00 UTC")
        #expect(
            WarehouseZones(["A": "Mars/Olympus"]).local(time, warehouse: "A") == "2026-05-06 14:00:00 UTC")
    }

    @Test func `where all have the same, none needs to be named`() {
        let zones = WarehouseZones(["A": "Asia/Kolkata", "B": "Asia/Kolkata"])
        #expect(zones.local("2026-05-06T20:00:00Z", warehouse: nil) == "2026-05-07 01:30:00")
    }
}
