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
    private(set) var prompt = Prompt()
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

    var expects: Expectation { prompt.expect }
    var show: Shown { prompt.show }
    var step: Int { prompt.step }

    /// Takes the next tour, or the prompt that stands.
    func nextTour() throws { prompt = try site.done(TourNext(session)) }

    /// Sets a tote or an order on the bench.
    func start(_ code: String) throws { prompt = try site.done(PackStart(session, code)) }

    func scan(_ code: String) throws {
        switch work {
        case .picking: prompt = try site.done(TourScan(session, step: step, code))
        case .packing: prompt = try site.done(PackScan(session, step: step, code))
        }
    }

    func refusal(of code: String, step: Int? = nil) throws -> Refusal? {
        try site.refusal(method, params(code, step: step ?? self.step))
    }

    /// The prompt that comes with the refusal of a code.
    func promptAfterRefusal(of code: String, step: Int? = nil) throws -> Prompt {
        let outcome = try site.decide(method, params(code, step: step ?? self.step))
        guard case .refusal(.atPrompt(_, let prompt)) = outcome else { throw NoPrompt() }
        return try TourScan.result(in: prompt)
    }

    private struct NoPrompt: Error {}

    /// Answers the prompt that stands as a careful person would.
    func answer() throws { try scan(try rightCode()) }

    /// Answers prompts until one expects something of this kind.
    func answer(until expectation: Expectation) throws {
        for _ in 0..<200 where expects != expectation && expects != .none { try answer() }
    }

    func rightCode() throws -> String {
        switch expects {
        case .tote: try show.tote?.text ?? freeTote()
        case .bin: show.bin?.text ?? ""
        case .item: show.barcode ?? show.sku?.text ?? ""
        case .lot: show.lot ?? ""
        case .quantity: String(show.quantity ?? show.quantityLeft ?? 0)
        case .reason: "missing"
        case .station: show.station?.text ?? ""
        case .box: show.box?.text ?? ""
        case .weight: String(show.weightG ?? 0)
        case .yesNo: "yes"
        case .label: "]C100" + (show.sscc ?? "")
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
        for _ in 0..<50 where picker.expects != .none {
            try picker.answer(until: .none)
            try picker.nextTour()
        }
    }

    /// Packs one order to its last label.
    func pack(_ order: String, by badge: String = "K1", at warehouse: WarehouseCode = "WH-NY") throws {
        let packer = try packer(badge, at: warehouse)
        try packer.start(order)
        try packer.answer(until: .none)
    }

    func handOver(_ order: String, to driver: DriverID = "D-7") throws {
        for parcel in try parcels(of: order) {
            try done(ParcelHandover("]C100" + (parcel.sscc ?? ""), to: driver))
        }
    }
}
