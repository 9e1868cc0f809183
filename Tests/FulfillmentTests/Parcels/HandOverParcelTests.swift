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

    @Test("With each parcel its goods are told to leave the house, in pieces and of no bin")
    func goodsLeave() throws {
        try site.pack("O-1")
        func told() throws -> [JSONValue] {
            try site.events("stock.changed").compactMap { $0["data"] }.filter { $0["reason"] == "handover" }
        }
        func pieces() throws -> Int { try told().reduce(0) { $0 + ($1["change"]?.int ?? 0) } }
        #expect(try told() == [])
        let codes = try site.codes(of: "O-1")
        try site.done(ParcelHandover(codes[0]))
        let ofTheFirst = try pieces()
        #expect(ofTheFirst < 0 && ofTheFirst > -6)
        try site.done(ParcelHandover(codes[1]))
        #expect(try pieces() == -6)
        for data in try told() {
            #expect(data["sku"] == "BRICK" && data["bin"] == nil && data["warehouse"] == "WH-NY")
        }
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
