import JSON
import LineProtocol
import Testing

@testable import wms

struct WarehouseTimesTests {
    private static let layouts: JSONValue = [
        "layouts": [
            layout(of: "WH-NY", timezone: "America/New_York"),
            layout(of: "WH-DE", timezone: "Europe/Berlin"),
        ], "more": false,
    ]

    private static func layout(of warehouse: String, timezone: String) -> JSONValue {
        [
            "warehouse": .string(warehouse), "name": "A warehouse", "revision": 1, "bins": 2, "stations": 1,
            "timezone": .string(timezone), "loaded_at": "2026-05-01T06:00:00Z",
        ]
    }

    @Test func `an answer is shown in the zone of the warehouse that it names`() {
        let times = WarehouseTimes(over: PreparedLine([.success(Self.layouts)]))
        let answer: JSONValue = [
            "orders": [
                [
                    "warehouse": "WH-NY", "pickup": "2026-05-06T14:00:00Z",
                    "picks": [["at": "2026-05-06T12:00:00Z"]],
                ],
                ["warehouse": "WH-DE", "pickup": "2026-05-06T14:00:00Z"],
            ], "count": 2,
        ]
        #expect(
            times.local(answer) == [
                "orders": [
                    [
                        "warehouse": "WH-NY", "pickup": "2026-05-06 10:00:00",
                        "picks": [["at": "2026-05-06 08:00:00"]],
                    ],
                    ["warehouse": "WH-DE", "pickup": "2026-05-06 16:00:00"],
                ], "count": 2,
            ])
    }

    @Test func `an event is shown in the zone of its source`() {
        let times = WarehouseTimes(over: PreparedLine([.success(Self.layouts)]))
        let event: JSONValue = [
            "source": "wmsd/WH-DE", "sequence": "123", "type": "order.packed", "subject": "ORD-1",
            "time": "2026-05-06T14:00:05.123Z", "data": ["parcel": 2],
        ]
        #expect(
            EventText.line(times.local(event), columns: nil)
                == "   123  2026-05-06 16:00:05  order.packed        ORD-1  parcel 2")
        #expect(
            EventText.line(times.local(event), columns: 40)
                == "   123  2026-05-06 16:00:05\n        order.packed ORD-1 parcel 2")
    }

    @Test func `the zones are asked for once, and only where there is a time`() {
        let line = PreparedLine([.success(Self.layouts)])
        let times = WarehouseTimes(over: line)
        #expect(
            times.local(["sku": "TEA", "expiry": "2026-05-06"]) == ["sku": "TEA", "expiry": "2026-05-06"])
        #expect(line.calls.isEmpty)
        _ = times.local("2026-05-06T14:00:00Z")
        _ = times.local("2026-05-06T14:00:00Z")
        #expect(line.calls.map(\.method) == ["layout.list"])
    }

    @Test func `without the daemon's answer it is UTC, and the next time it is asked again`() {
        let lost = ClientError.lost(socket: "s", reason: "gone")
        let times = WarehouseTimes(over: PreparedLine([.failure(lost), .success(Self.layouts)]))
        #expect(times.local("2026-05-06T14:00:00Z") == "2026-05-06 14:00:00 UTC")
        let named: JSONValue = ["warehouse": "WH-NY", "at": "2026-05-06T14:00:00Z"]
        #expect(times.local(named)["at"] == "2026-05-06 10:00:00")
    }

    @Test func `a refusal's times are local too`() {
        let times = WarehouseTimes(over: PreparedLine([.success(Self.layouts)]))
        let refusal = LineError(
            code: 1, message: "It comes at 2026-05-06T14:00:00Z.",
            data: ["warehouse": "WH-NY", "since": "2026-05-06T14:00:00Z"])
        #expect(times.local(refusal).data["since"] == "2026-05-06 10:00:00")
        #expect(times.local(refusal).message == "It comes at 2026-05-06 14:00:00 UTC.")
    }
}
