import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

@Suite struct HandOverParcelTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
        try site.receive(20, "BRICK", in: "C-5-04")
        try site.send("O-1", [("BRICK", 6)])
        try site.pickEverything()
    }

    @Test func anotherDriverIsRefused() throws {
        try site.pack("O-1")
        let code = try #require(try site.codes(of: "O-1").first)
        #expect(
            try site.refusal(ParcelHandover(code, to: "D-8"))
                == .wrongDriver(parcel: code, expected: "D-7", given: "D-8"))
    }

    @Test("The order is in transit with its last parcel, and each parcel goes once")
    func lastParcel() throws {
        try site.pack("O-1")
        let codes = try site.codes(of: "O-1")
        try site.done(ParcelHandover(codes[0]))
        #expect(try site.stage(of: "O-1") == .packed)
        #expect(try site.refusal(ParcelHandover(codes[0])) != nil)
        try site.done(ParcelHandover(codes[1]))
        #expect(try site.stage(of: "O-1") == .inTransit)
        #expect(try site.events("order.in_transit").count == 1)
        #expect(try site.breaches() == [])
    }

    @Test func aParcelWithoutItsLabelStays() throws {
        let packer = try site.packer()
        try packer.start("O-1")
        let parcel = try #require(packer.show.parcel?.number)
        guard case .wrongState(_, state: "open", _) = try site.refusal(ParcelHandover("\(parcel)")) else {
            Issue.record("an open parcel was handed over")
            return
        }
    }
}
