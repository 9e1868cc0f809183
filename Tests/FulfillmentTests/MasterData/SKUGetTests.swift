import Domain
import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

@Suite("A SKU by its id, where several clients have one of that id")
struct SKUGetTests {
    private let site: TestSite

    init() throws {
        site = try TestSite(empty: ())
        for client in ["ACME", "BETA"] { try bring("MUG", of: client) }
    }

    private func bring(_ sku: String, of client: String, barcodes: [JSONValue] = []) throws {
        try site.done(
            "sku.upsert",
            [
                "sku": .string(sku), "client": .string(client), "size_mm": [90, 90, 90], "weight_g": 300,
                "barcodes": .array(barcodes),
            ])
    }

    private func owner(_ code: String, of client: ClientID? = nil) throws -> ClientID {
        try site.read(SKUGet(code, of: client)).client
    }

    @Test("Whose is meant has to be said")
    func several() throws {
        let answer = try site.outcome(of: "sku.get", ["sku": "MUG"])
        #expect(answer["refused"] == "ambiguous_code")
        let why = answer["why"]?.string ?? ""
        #expect(why.contains("item MUG of client ACME") && why.contains("item MUG of client BETA"))
        #expect(try owner("MUG", of: "BETA") == "BETA")
    }

    @Test("Unless it is nobody's in particular")
    func nobodys() throws {
        try bring("MUG", of: "")
        #expect(try owner("MUG") == "")
    }

    @Test("One that a single client has needs no client, though another has the code on other goods")
    func onlyOne() throws {
        try bring("CUP", of: "ACME")
        try bring("JAR", of: "", barcodes: ["CUP"])
        #expect(try owner("CUP") == "ACME")
    }
}
