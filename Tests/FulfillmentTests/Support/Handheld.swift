import Domain
import JSON
import Operations
import TestOperations

@testable import Fulfillment

/// A device at work: it keeps the prompt that stands and knows the code that answers it.
final class Handheld {
    enum Work {
        case picking(cart: String)
        case packing(station: String)
    }

    let site: TestSite
    let session: Int
    private(set) var prompt: JSONValue = .null
    private let work: Work
    private let warehouse: WarehouseCode

    init(_ site: TestSite, badge: String, _ work: Work, at warehouse: WarehouseCode = "WH-NY") throws {
        self.site = site
        self.work = work
        self.warehouse = warehouse
        var start = SessionStart()
        (start.badge, start.device, start.warehouse) = (BadgeID(badge), DeviceID("HH-\(badge)"), warehouse)
        switch work {
        case .picking(let cart): start.cart = CartCode(cart)
        case .packing(let station): start.station = StationCode(station)
        }
        session = try site.done(start).session.number
    }

    var expects: String { prompt["expect"]?.string ?? "none" }
    var show: JSONValue { prompt["show"] ?? .null }
    var step: Int { prompt["step"]?.int ?? 0 }

    /// Takes the next tour, or the prompt that stands.
    func nextTour() throws { prompt = try site.done("tour.next", ["session": .int(session)]) }

    /// Sets a tote or an order on the bench.
    func start(_ code: String) throws {
        prompt = try site.done("pack.start", ["session": .int(session), "code": .string(code)])
    }

    func scan(_ code: String) throws { prompt = try site.done(method, params(code, step: step)) }

    func refusal(of code: String, step: Int? = nil) throws -> Refusal? {
        try site.refusal(method, params(code, step: step ?? self.step))
    }

    /// The prompt that comes with the refusal of a code.
    func promptAfterRefusal(of code: String, step: Int? = nil) throws -> JSONValue {
        let outcome = try site.decide(method, params(code, step: step ?? self.step))
        guard case .refusal(.atPrompt(_, let prompt)) = outcome else { return .null }
        return prompt
    }

    /// Answers the prompt that stands as a careful person would.
    func answer() throws { try scan(try rightCode()) }

    /// Answers prompts until one expects something of this kind.
    func answer(until expectation: String) throws {
        for _ in 0..<200 where expects != expectation && expects != "none" { try answer() }
    }

    func rightCode() throws -> String {
        switch expects {
        case "tote": try show["tote"]?.string ?? freeTote()
        case "bin": show["bin"]?.string ?? ""
        case "item": show["barcode"]?.string ?? show["sku"]?.string ?? ""
        case "lot": show["lot"]?.string ?? ""
        case "quantity": String(show["qty"]?.int ?? show["qty_left"]?.int ?? 0)
        case "reason": "missing"
        case "station": show["station"]?.string ?? ""
        case "box": show["box"]?.string ?? ""
        case "weight": String(show["weight_g"]?.int ?? 0)
        case "yes_no": "yes"
        case "label": "]C100" + (show["sscc"]?.string ?? "")
        default: ""
        }
    }

    var method: String {
        if case .picking = work { "tour.scan" } else { "pack.scan" }
    }

    func params(_ code: String, step: Int) -> JSONObject {
        ["session": .int(session), "step": .int(step), "code": .string(code)]
    }

    private func freeTote() throws -> String {
        try site.read(ToteList(.free, in: warehouse)).totes.first?.tote.text ?? "T-1"
    }
}

extension TestSite {
    func picker(_ badge: String = "P1", at warehouse: WarehouseCode = "WH-NY") throws -> Handheld {
        try Handheld(self, badge: badge, .picking(cart: "CART-\(badge)"), at: warehouse)
    }

    func packer(_ badge: String = "K1", at warehouse: WarehouseCode = "WH-NY") throws -> Handheld {
        try Handheld(self, badge: badge, .packing(station: "PACK-1"), at: warehouse)
    }

    /// Picks every tour that waits and drops it.
    func pickEverything(by badge: String = "P1", at warehouse: WarehouseCode = "WH-NY") throws {
        let picker = try picker(badge, at: warehouse)
        try picker.nextTour()
        for _ in 0..<50 where picker.expects != "none" {
            try picker.answer(until: "none")
            try picker.nextTour()
        }
    }

    /// Packs one order to its last label.
    func pack(_ order: String, by badge: String = "K1", at warehouse: WarehouseCode = "WH-NY") throws {
        let packer = try packer(badge, at: warehouse)
        try packer.start(order)
        try packer.answer(until: "none")
    }

    func handOver(_ order: String, to driver: DriverID = "D-7") throws {
        for parcel in try parcels(of: order) {
            try done(ParcelHandover("]C100" + (parcel.sscc ?? ""), to: driver))
        }
    }
}
