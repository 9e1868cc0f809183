import Foundation
import JSON

/// Orders of one piece each, packed and labelled: as many label jobs of as many parcels.
struct PackedParcels: Sendable {
    private let call: @Sendable (_ method: String, _ params: JSONObject) async throws -> JSONValue

    /// - Parameter call: sends a request and gives its result.
    init(
        _ count: Int,
        call: @escaping @Sendable (_ method: String, _ params: JSONObject) async throws -> JSONValue
    ) async throws {
        self.call = call
        try await bringGoods(count)
        for order in 1...count { _ = try await call("order.allocate", ["order": Self.order("O-\(order)")]) }
        for order in 1...count { _ = try await call("order.release", ["order_id": .string("O-\(order)")]) }
        try await pick()
        for order in 1...count { try await pack("O-\(order)") }
    }

    /// Closes and labels what is open of an order, as after its label has been voided.
    func pack(_ order: String) async throws {
        let session =
            try await call("session.start", ["badge": "lena", "device": "p01", "station": "PACK-1"])[
                "session"] ?? .null
        try await answer(
            try await call("pack.start", ["session": session, "code": .string(order)]), "pack.scan", session)
        _ = try await call("session.end", ["session": session])
    }

    private func bringGoods(_ count: Int) async throws {
        _ = try await call("layout.load", ["yaml": .string(try Self.layout())])
        _ = try await call("sku.upsert", ["sku": "PEN", "size_mm": [150, 20, 20], "weight_g": 40])
        _ = try await call("box.upsert", ["box": "S", "inner_mm": [220, 160, 110], "tare_g": 90])
        for tote in 1...count { _ = try await call("tote.upsert", ["tote": .string("T-\(tote)")]) }
        _ = try await call("stock.receive", ["bin": "A-1-01", "sku": "PEN", "qty": .int(count)])
    }

    private func pick() async throws {
        let session =
            try await call("session.start", ["badge": "maria", "device": "h07", "cart": "CART-1"])["session"]
            ?? .null
        var totes = 0
        while true {
            let prompt = try await call("tour.next", ["session": session])
            if prompt["expect"] == "none" { return }
            try await answer(prompt, "tour.scan", session) {
                totes += 1
                return "T-\(totes)"
            }
        }
    }

    /// Answers prompts as a careful person would, until there is nothing more to do.
    private func answer(
        _ first: JSONValue, _ method: String, _ session: JSONValue, freeTote: () -> String = { "" }
    ) async throws {
        var prompt = first
        for _ in 0..<500 where prompt["expect"] != "none" {
            let show = prompt["show"]
            let code: String? =
                switch prompt["expect"]?.string ?? "" {
                case "tote": show?["tote"]?.string ?? freeTote()
                case "item": show?["sku"]?.string
                case "quantity": (show?["qty"]?.int ?? show?["qty_left"]?.int).map(String.init)
                case "weight": (show?["weight_g"]?.int).map(String.init)
                case "yes_no": "yes"
                case "label": (show?["sscc"]?.string).map { "]C100" + $0 }
                case let thing: show?[thing]?.string
                }
            prompt = try await call(
                method, ["session": session, "step": prompt["step"] ?? 0, "code": .string(code ?? "")])
        }
    }

    private static func order(_ id: String) -> JSONValue {
        [
            "order_id": .string(id), "items": [["sku": "PEN", "qty": 1]],
            "ship_to": [
                "name": "Alex Rivera", "lines": ["350 W 31st St"], "city": "New York", "postcode": "10001",
                "country": "US",
            ],
            "delivery_sla": "SAME_DAY", "plan": ["warehouse": "WH-NY", "driver": "D1"],
        ]
    }

    private static func layout() throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: root.appendingPathComponent("layouts/wh-ny.yaml"), encoding: .utf8)
    }
}
