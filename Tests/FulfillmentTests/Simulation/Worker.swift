import Domain
import JSON

@testable import Fulfillment

/// Somebody at work in the simulation: whoever answers a prompt tells the naive model what was answered.
final class Worker {
    enum Place: Equatable {
        case cart(String)
        case station(String)
    }

    let site: TestSite
    let model: NaiveWarehouse
    let session: Int
    private let place: Place
    private(set) var prompt: JSONValue = .null

    init(_ site: TestSite, _ model: NaiveWarehouse, badge: String, at place: Place) throws {
        (self.site, self.model, self.place) = (site, model, place)
        var params: JSONObject = [
            "warehouse": "WH-NY", "badge": .string(badge), "device": .string("HH-\(badge)"),
        ]
        switch place {
        case .cart(let cart): params["cart"] = .string(cart)
        case .station(let station): params["station"] = .string(station)
        }
        session = try site.done("session.start", params)["session"]?.int ?? 0
    }

    var expects: String { prompt["expect"]?.string ?? "none" }
    var show: JSONValue { prompt["show"] ?? .null }
    var step: Int { prompt["step"]?.int ?? 0 }
    private var walks: Bool { if case .cart = place { true } else { false } }

    // MARK: Requests

    /// Takes the next tour; at a bench, sets an order on it.
    func begin(_ order: String) throws {
        let method = walks ? "tour.next" : "pack.start"
        var params: JSONObject = ["session": .int(session)]
        if !walks { params["code"] = .string(order) }
        let next = try site.done(method, params)
        model.note(method, params, next)
        prompt = next
    }

    /// Looks at the prompt that stands.
    ///
    /// - Returns: whether it is another one than before, because of what others did.
    func isToldAnew() throws -> Bool {
        let before = step
        do { try begin(show["order_id"]?.string ?? "") } catch let refusal as Refusal {
            prompt = .null
            throw refusal
        }
        return step != before
    }

    func scan(_ code: String) throws {
        let next = try site.done(walks ? "tour.scan" : "pack.scan", params(code, step: step))
        model.note(code, to: prompt, then: next)
        prompt = next
    }

    /// The refusal of an answer to the prompt before; nil where it was taken.
    func refusalOfStaleAnswer() throws -> Refusal? {
        try site.refusal(walks ? "tour.scan" : "pack.scan", params(try rightCode(), step: step - 1))
    }

    private func params(_ code: String, step: Int) -> JSONObject {
        ["session": .int(session), "step": .int(step), "code": .string(code)]
    }

    /// Answers as a careful person would until nothing is asked any more.
    func finish() throws {
        for _ in 0..<2_000 where expects != "none" { try scan(try rightCode()) }
    }

    // MARK: What a careful person answers

    /// - Parameter slip: so many pieces more or fewer than the books have are found in a count.
    func rightCode(slip: Int = 0) throws -> String {
        if show["kind"] == "count" { return codeOfCount(slip) }
        switch expects {
        case "tote": return try show["tote"]?.string ?? freeTote()
        case "bin": return show["bin"]?.string ?? ""
        case "item": return show["barcode"]?.string ?? show["sku"]?.string ?? ""
        case "lot": return show["lot"]?.string ?? ""
        case "quantity": return String(show["qty"]?.int ?? show["qty_left"]?.int ?? 0)
        case "reason": return "missing"
        case "station": return show["station"]?.string ?? ""
        case "box": return show["box"]?.string ?? ""
        case "weight": return String(show["weight_g"]?.int ?? 0)
        case "yes_no": return "yes"
        case "label": return "]C100" + (show["sscc"]?.string ?? "")
        default: return ""
        }
    }

    /// Everything that lies in the bin is named once, by what the model has there.
    private func codeOfCount(_ slip: Int) -> String {
        guard let count = model.counting[show["tour"]?.int ?? 0] else { return show["bin"]?.string ?? "" }
        let hand = NaiveWarehouse.Kind(show)
        let left = count.frozen.keys.filter { !count.names($0) }.sorted()
        switch expects {
        case "bin": return show["bin"]?.string ?? ""
        case "item": return left.first?.sku ?? "done"
        case "lot": return left.first { $0.sku == hand.sku }?.lot ?? "L1"
        case "expiry":
            return left.first { $0.sku == hand.sku && $0.lot == hand.lot }?.expiry ?? "2027-03-01"
        case "quantity":
            let expected = (count.frozen[hand] ?? 0) - count.quantity(of: hand)
            return String(max(0, expected + slip))
        default: return "yes"
        }
    }

    private func freeTote() throws -> String {
        try site.read("tote.list", ["state": "free"])["totes"]?.array?.first?["tote"]?.string ?? "T-1"
    }
}
