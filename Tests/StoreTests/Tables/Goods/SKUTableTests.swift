import Domain
import Testing

@testable import Store

@Suite struct SKUTableTests {
    private let store: Store
    private var skus: SKUTable { store.skus }

    init() throws { store = try openStore() }

    @Test func readsWhatWasWritten() throws {
        var tea = Sample.sku("TEA", of: "ACME", units: [Sample.caseOf(12, barcodes: ["00012345678905"])])
        tea.storage = .chilled
        tea.hazard = "3"
        tea.track = [.lot, .expiry]
        tea.rotation = .fifo
        tea.shelfLifeDays = 90
        tea.packing = ["fragile": true]
        try skus.upsert(tea, barcodes: ["04012345678901"])
        #expect(try skus.sku("TEA", of: "ACME") == tea)
        #expect(try skus.sku("TEA", of: "") == nil)
        #expect(try skus.sku("MUG", of: "ACME") == nil)

        tea.name = "Tea"
        tea.units = []
        try skus.upsert(tea, barcodes: [])
        #expect(try skus.sku("TEA", of: "ACME") == tea)
        #expect(try skus.meanings(of: ["00012345678905"]).isEmpty)
    }

    /// The database keeps both, whichever was asked for before.
    @Test func idsThatLookAlikeAreTwoSKUs() throws {
        let (composed, decomposed) = (Sample.sku("CAF\u{E9}"), Sample.sku("CAFE\u{301}"))
        try skus.upsert(composed, barcodes: ["ONE"])
        #expect(try skus.sku(composed.id, of: "") == composed)
        #expect(try skus.sku(decomposed.id, of: "") == nil)
        try skus.upsert(decomposed, barcodes: ["TWO"])
        #expect(try skus.list(of: "", limit: 9).map(\.id) == [decomposed.id, composed.id])
        #expect(try skus.barcodes(of: composed.id, "") == ["ONE"])
        #expect(try skus.barcodes(of: decomposed.id, "") == ["TWO"])
    }

    @Test func aCodeNamesEverySKUAndUnitThatHasIt() throws {
        let tea = Sample.sku("TEA", units: [Sample.caseOf(12, barcodes: ["CASE"])])
        let other = Sample.sku("TEA", of: "ACME")
        try skus.upsert(tea, barcodes: ["PIECE", "SHARED"])
        try skus.upsert(other, barcodes: ["SHARED"])
        #expect(try skus.meanings(of: ["PIECE"]) == [ItemMeaning(sku: tea, unit: nil)])
        #expect(try skus.meanings(of: ["CASE"]).map(\.pieces) == [12])
        #expect(try skus.meanings(of: ["scanned", "SHARED"]).map(\.sku) == [tea, other])
        #expect(try skus.meanings(of: ["TEA"]).map(\.sku.client) == ["", "ACME"])
        #expect(try skus.meanings(of: ["SHARED", "PIECE", "SHARED"]).count == 2)
        #expect(try skus.meanings(of: ["nothing"]).isEmpty)
    }

    @Test func aCodeOfASKUTellsItsPieces() throws {
        let tea = Sample.sku("TEA", units: [Sample.caseOf(12, barcodes: ["CASE"])])
        try skus.upsert(tea, barcodes: ["PIECE"])
        try skus.upsert(Sample.sku("MUG"), barcodes: ["MUG-CODE"])
        #expect(try skus.pieces(in: ["TEA"], of: tea) == 1)
        #expect(try skus.pieces(in: ["x", "PIECE"], of: tea) == 1)
        #expect(try skus.pieces(in: ["CASE"], of: tea) == 12)
        #expect(try skus.pieces(in: ["MUG-CODE"], of: tea) == nil)
    }

    @Test func aBarcodeOfAUnitThatIsNotThereCountsNothing() throws {
        try skus.upsert(Sample.sku("TEA", units: [Sample.caseOf(12, barcodes: ["CASE"])]), barcodes: [])
        try store.db.execute(script: "UPDATE sku SET units = '[]'")
        let tea = Sample.sku("TEA")
        #expect(throws: Refusal.self) { try skus.pieces(in: ["CASE"], of: tea) }
        #expect(throws: Refusal.self) { try skus.meanings(of: ["CASE"]) }
    }

    @Test func barcodesAreReplaced() throws {
        let tea = Sample.sku("TEA", units: [Sample.caseOf(12, barcodes: ["B"])])
        try skus.upsert(tea, barcodes: ["A", "B"])
        #expect(try skus.barcodes(of: "TEA", "") == ["A", "B"])
        try skus.upsert(tea, barcodes: ["C", "A"])
        #expect(try skus.barcodes(of: "TEA", "") == ["A", "C"])
        #expect(try skus.pieces(in: ["B"], of: tea) == 12)
    }

    @Test func listsOneClientInPages() throws {
        for id in ["A", "B", "C"] { try skus.upsert(Sample.sku(SKUID(id)), barcodes: []) }
        try skus.upsert(Sample.sku("B2", of: "ACME"), barcodes: [])
        #expect(try skus.list(of: "", limit: 1).map(\.id) == ["A", "B"])
        #expect(try skus.list(of: "", after: "B", limit: 5).map(\.id) == ["C"])
    }

    @Test func whatIsNotUnderstoodIsRefusedWithItsRow() throws {
        try skus.upsert(Sample.sku("TEA"), barcodes: [])
        for (column, value) in [
            ("track", "weight"), ("units", "[{\"unit\":\"crate\",\"qty\":2}]"), ("packing", "[]"),
            ("units", "[{\"unit\":\"case\",\"qty\":2,\"barcodes\":[7]}]"),
            ("units", "[{\"unit\":\"case\",\"qty\":2,\"size_mm\":[1,2]}]"),
            ("units", "[{\"unit\":\"case\",\"qty\":2,\"weight_g\":\"3\"}]"),
        ] {
            try store.db.execute(script: "UPDATE sku SET track = '', units = '[]', packing = '{}'")
            try store.db.execute(script: "UPDATE sku SET \(column) = '\(value)'")
            let refusal = #expect(throws: Refusal.self) { try skus.sku("TEA", of: "") }
            guard case .unreadable(let text) = refusal else {
                Issue.record("\(String(describing: refusal))")
                continue
            }
            #expect(text.contains("sku") && text.contains(column))
        }
    }
}
