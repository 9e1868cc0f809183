import Domain
import Operations
import TestOperations
import Testing

@testable import Fulfillment

@Suite("A bench of another warehouse")
struct BenchOfAnotherWarehouseTests {
    @Test("It takes neither the order nor its tote; the bench of the order's own warehouse does")
    func refused() throws {
        let site = try TestSite()
        try site.done(LayoutLoad(try TestSite.layoutText("wh-nj")))
        try site.receive(5, "PEN", in: "A-1-01")
        try site.send("O-1", [("PEN", 1)])
        try site.pickEverything()
        let tote = try #require(try site.totes(.atStation).first)
        let elsewhere = try site.packer("K2", at: "WH-NJ")
        #expect(
            try site.refusal(PackStart(elsewhere.session, "O-1"))
                == .wrongState(thing: "order O-1", state: "in WH-NY", wanted: "in WH-NJ"))
        #expect(try site.refusal(PackStart(elsewhere.session, tote.text)) != nil)
        #expect(try site.stage(of: "O-1") == .picked)
        #expect(try site.parcels(of: "O-1").isEmpty)
        try site.pack("O-1")
        #expect(try site.stage(of: "O-1") == .packed)
        #expect(try site.breaches() == [])
    }
}
