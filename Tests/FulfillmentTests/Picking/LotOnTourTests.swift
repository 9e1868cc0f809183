import JSON
import Testing

@testable import Fulfillment

@Suite struct LotOnTourTests {
    private let site: TestSite
    private let picker: Handheld

    init() throws {
        site = try TestSite()
        try site.done(
            "sku.upsert",
            [
                "sku": "VIAL", "size_mm": [60, 60, 90], "weight_g": 200, "track": ["lot"],
                "barcodes": [.string(Goods.barcode)],
            ])
        try site.receive(4, "VIAL", in: "A-1-01", lot: "L1")
        try site.send("O-1", [("VIAL", 2)])
        picker = try site.picker()
        try picker.nextTour()
        try picker.answer(until: .item)
    }

    private func element(lot: String) -> String { "]C1010\(Goods.barcode)10\(lot)" }

    @Test func aPlainCodeIsFollowedByItsLot() throws {
        try picker.scan("VIAL")
        #expect(picker.expects == .lot)
        guard case .wrongLot("L1", scanned: "L2", _) = try picker.refusal(of: "L2") else {
            Issue.record("another lot was taken")
            return
        }
        try picker.scan("L1")
        #expect(picker.expects == .quantity)
    }

    @Test("A code that carries its lot is judged by it, at every piece")
    func lotInTheCode() throws {
        #expect(try picker.refusal(of: element(lot: "L2")) != nil)
        try picker.scan(element(lot: "L1"))
        #expect(picker.expects == .quantity)
        #expect(try picker.refusal(of: element(lot: "L2")) != nil)
        try picker.scan(element(lot: "L1"))
        #expect(picker.expects == .tote)
    }
}
