import Domain
import JSON
import Operations

@testable import Fulfillment

extension TestSite {
    /// What comes of a request: its answer, or the kind of its refusal and why.
    func outcome(of method: String, _ params: JSONObject, id: String? = nil) throws -> JSONValue {
        let outcome: Outcome
        if Method.named(method)?.changes ?? true {
            outcome = try decide(method, params, id: id)
        } else {
            switch Self.command(method, params, id: nil) {
            case .success(let query): outcome = self.outcome(of: query)
            case .failure(let fault): outcome = .refusal(Refusal(fault.error))
            }
        }
        switch outcome {
        case .answer(let text): return try JSONValue(parsing: text)
        case .result(let result): return .object(result.json)
        case .refusal(let refusal):
            return ["refused": .string(refusal.kind.rawValue), "why": .string("\(refusal.withoutPrompt)")]
        case .awaits, .begun: throw Refusal.notPlanned
        }
    }

    /// All that anybody can see of the site, but for the events.
    func picture() throws -> JSONValue {
        var seen = JSONObject()
        for list in ["layout", "box", "tote", "tour", "task", "label", "consumer"] {
            seen[list] = try read("\(list).list", ["limit": 500])
        }
        seen["session"] = try read("session.list", ["all": true])
        for client in ["", "ACME"] {
            seen["sku of \(client)"] = try read("sku.list", ["client": .string(client)])
        }
        for layout in seen["layout"]?["layouts"]?.array ?? [] {
            let code = layout["warehouse"]?.string ?? ""
            seen["layout \(code)"] = try read("layout.get", ["warehouse": .string(code)])
            seen["stock \(code)"] = try read("stock.list", ["warehouse": .string(code)])
        }
        for order in try read("order.list", ["limit": 500])["orders"]?.array ?? [] {
            let (id, client) = (order["order_id"]?.string ?? "", order["client"]?.string ?? "")
            seen["order \(id) of \(client)"] = try read(
                "order.get", ["order_id": .string(id), "client": .string(client)])
        }
        for parcel in try read("parcel.list", ["limit": 500])["parcels"]?.array ?? [] {
            let number = parcel["parcel"]?.int ?? 0
            seen["parcel \(number)"] = try read("parcel.get", ["parcel": .int(number)])
        }
        return .object(seen)
    }

    /// All events as they are told, word for word.
    func told() throws -> [String] {
        try site.events(after: 0, types: nil, limit: 100_000).events.map(\.text)
    }
}
