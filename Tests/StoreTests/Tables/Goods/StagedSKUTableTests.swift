import Common
import Domain
import Testing

@testable import Store

@Suite struct StagedSKUTableTests {
    private let store: Store
    private var skus: SKUTable { store.skus }
    private var staged: StagedSKUTable { store.skus.staged }

    init() throws { store = try openStore() }

    private func begin() throws -> Import {
        try store.imports.begin(.sku, common: [:], at: Sample.noon)
    }

    private func patch(_ id: SKUID, of client: ClientID = "", barcodes: [String]? = nil) -> SKUPatch {
        var patch = SKUPatch(id, of: client)
        patch.size = SizeMM(length: 120, width: 80, height: 60)
        patch.weightG = 250
        patch.barcodes = barcodes
        return patch
    }

    /// The import counts from here on.
    private func flip(_ one: Import) throws {
        var flipped = try store.imports.move(one, to: .committed)
        flipped.begin(.moving)
        try store.imports.save(flipped)
        skus.forgetMoving()
    }

    @Test func readsWhatWasWritten() throws {
        let one = try begin()
        var tea = patch("TEA", of: "ACME", barcodes: ["A", "B"])
        (tea.name, tea.storage, tea.hazard, tea.rotation, tea.shelfLifeDays) = (
            "Tea", .chilled, "3", .fifo, 90
        )
        (tea.track, tea.units, tea.packing) = (
            [.lot, .expiry], [Sample.caseOf(12, barcodes: ["CASE"])], ["fragile": true]
        )
        #expect(try staged.insert(tea, line: 2, of: one.row))
        #expect(try !staged.insert(tea, line: 3, of: one.row))
        #expect(try staged.insert(SKUPatch("TEA", of: ""), line: 3, of: one.row))
        #expect(try staged.patch(of: tea.key, in: one.row) == tea)
        #expect(try staged.keys(of: "TEA", in: one.row).map(\.client) == ["", "ACME"])
        #expect(try staged.units(of: "CASE", in: one.row).map(\.unit) == [.case])
        #expect(try staged.unit(of: "B", tea.key, in: one.row) == .each)
        #expect(try staged.keys(of: "ACME", after: "", limit: 9, in: one.row) == [tea.key])

        var more = SKUPatch("TEA", of: "ACME")
        (more.weightG, more.barcodes) = (300, ["C"])
        try staged.add(more, line: 4, of: one.row)
        #expect(try staged.patch(of: tea.key, in: one.row) == tea.followed(by: more))
        #expect(try staged.units(of: "A", in: one.row).isEmpty)
        #expect(try staged.units(of: "C", in: one.row).map(\.key) == [tea.key])
    }

    @Test func slicesHaveEveryKeyOnce() throws {
        let (one, other) = (try begin(), try begin())
        for index in 0..<7 {
            let client: ClientID = index % 2 == 0 ? "" : "ACME"
            _ = try staged.insert(patch(SKUID("S\(index)"), of: client), line: index + 2, of: one.row)
        }
        _ = try staged.insert(patch("S0"), line: 2, of: other.row)
        var (counts, after): ([Int], SKUKey) = ([], .first)
        while let slice = try staged.slice(of: one.row, after: after, limit: 3) {
            counts.append(slice.count)
            after = slice.end
        }
        #expect(counts == [3, 3, 1])
        #expect(after == SKUKey("ACME", "S5"))
        let all = try #require(try staged.slice(of: one.row, after: .first, limit: 99))
        try staged.remove(all)
        #expect(try staged.slice(of: one.row, after: .first, limit: 1) == nil)
        #expect(try staged.slice(of: other.row, after: .first, limit: 9)?.count == 1)
    }

    @Test func whatRestsOnTheSKUIsDoubtful() throws {
        let one = try begin()
        var tea = Sample.sku("TEA")
        tea.packing = ["fragile": true]
        try skus.upsert(tea, barcodes: [])
        try skus.upsert(Sample.sku("MUG"), barcodes: [])
        for (index, patch) in [patch("TEA"), patch("MUG"), patch("NEW"), SKUPatch("PEN", of: "")].enumerated()
        {
            _ = try staged.insert(patch, line: index + 2, of: one.row)
        }
        let all = try #require(try staged.slice(of: one.row, after: .first, limit: 99))
        #expect(try staged.doubtful(in: all).map(\.patch.id) == ["PEN", "TEA"])
    }

    @Test func aLineThatIsGivenAgainTakesThePlace() throws {
        var one = try begin()
        let rows = [
            NewStagedRow(line: 2, row: ["sku": "A"], patch: patch("A", barcodes: ["1"])),
            NewStagedRow(line: 3, row: ["sku": "B"], patch: patch("B")),
        ]
        #expect(try store.imports.stage(rows, in: one) == 2)
        one = try #require(try store.imports.import(one.row))
        let again = NewStagedRow(line: 2, row: ["sku": "C"], patch: patch("C"))
        #expect(try store.imports.stage([again], in: one) == 3)
        let all = try #require(try staged.slice(of: one.row, after: .first, limit: 99))
        #expect(try staged.removeGivenAgain(in: all) == 1)
        #expect(try staged.patch(of: SKUKey("", "A"), in: one.row) == nil)
        #expect(try staged.units(of: "1", in: one.row).isEmpty)
        #expect(try store.imports.rows(of: one.row, after: 0, limit: 9).map(\.value) == [["sku": "C"]])
    }

    @Test func countsOnceItIsFlippedAndNotBefore() throws {
        let one = try begin()
        try skus.upsert(Sample.sku("MUG"), barcodes: ["OLD"])
        _ = try staged.insert(patch("TEA", barcodes: ["NEW"]), line: 2, of: one.row)
        _ = try staged.insert(patch("MUG", barcodes: ["NEW-MUG"]), line: 3, of: one.row)
        #expect(try skus.sku("TEA", of: "") == nil)
        #expect(try skus.meanings(of: ["NEW"]).isEmpty)
        #expect(try skus.list(of: "", limit: 9).map(\.id) == ["MUG"])
        try flip(one)
        for isMoved in [false, true] {
            if isMoved {
                #expect(try skus.move(of: one.row, limit: 9) == 2)
                #expect(try skus.move(of: one.row, limit: 9) == 0)
            }
            store.db.isReading = true
            #expect(try skus.sku("TEA", of: "")?.weightG == 250)
            #expect(try skus.meanings(of: ["NEW"]).map(\.sku.id) == ["TEA"])
            #expect(try skus.meanings(of: ["TEA"]).map(\.sku.id) == ["TEA"])
            #expect(try skus.meanings(of: ["OLD"]).isEmpty)
            #expect(try skus.meanings(of: ["NEW-MUG"]).map(\.sku.id) == ["MUG"])
            #expect(try skus.barcodes(of: "MUG", "") == ["NEW-MUG"])
            let mug = try #require(try skus.sku("MUG", of: ""))
            #expect(mug.name == "Sample MUG")
            #expect(try skus.pieces(in: ["NEW-MUG"], of: mug) == 1)
            #expect(try skus.pieces(in: ["OLD"], of: mug) == nil)
            #expect(try skus.list(of: "", limit: 1).map(\.id) == ["MUG", "TEA"])
            #expect(try skus.list(of: "", after: "MUG", limit: 9).map(\.id) == ["TEA"])
            store.db.isReading = false
        }
    }

    @Test func aChangeMovesWhatItReads() throws {
        let one = try begin()
        _ = try staged.insert(patch("TEA", barcodes: ["NEW"]), line: 2, of: one.row)
        _ = try staged.insert(patch("CUP", barcodes: ["CUP-CODE"]), line: 3, of: one.row)
        _ = try staged.insert(patch("PEN"), line: 4, of: one.row)
        try flip(one)
        #expect(try skus.meanings(of: ["NEW"]).map(\.sku.id) == ["TEA"])
        #expect(try skus.sku("PEN", of: "") != nil)
        #expect(try store.number("SELECT count(*) FROM sku") == 2)
        var cup = Sample.sku("CUP")
        cup.weightG = 300
        try skus.upsert(cup, barcodes: ["OTHER"])
        #expect(try skus.move(of: one.row, limit: 9) == 0)
        #expect(try skus.sku("CUP", of: "")?.weightG == 300)
        #expect(try skus.barcodes(of: "CUP", "") == ["OTHER"])
        #expect(try store.number("SELECT count(*) FROM import_barcode") == 0)
    }

    /// Rows that are moved together say what the same rows say one by one.
    @Test(arguments: 1...UInt64(30)) func movingSaysWhatUpsertSays(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let one = try begin()
        let plain = try openStore()
        for number in 0..<6 {
            let id = SKUID("S\(number)")
            let known = RandomPatch.make(id, &random)
            guard Bool.random(using: &random), let sku = known.sku(over: patch(id).sku(over: nil)) else {
                continue
            }
            for store in [store, plain] { try store.skus.upsert(sku, barcodes: known.barcodes ?? []) }
        }
        for number in 0..<6 {
            var patch = RandomPatch.make(SKUID("S\(number)"), &random)
            let known = try plain.skus.sku(patch.id, of: "")
            if known == nil { (patch.size, patch.weightG) = (SizeMM(length: 1, width: 2, height: 3), 4) }
            let sku = try #require(patch.sku(over: known))
            let barcodes = try patch.barcodes ?? plain.skus.barcodes(of: sku.id, "")
            try plain.skus.upsert(sku, barcodes: barcodes)
            #expect(try staged.insert(patch, line: number + 2, of: one.row))
        }
        try flip(one)
        store.db.isReading = true
        #expect(try everything(in: store) == everything(in: plain))
        store.db.isReading = false
        while try skus.move(of: one.row, limit: 2) > 0 {}
        #expect(try everything(in: store) == everything(in: plain))
        #expect(try store.number("SELECT count(*) FROM import_barcode") == 0)
        for sql in ["SELECT count(*) FROM barcode", "SELECT count(*) FROM sku"] {
            #expect(try store.number(sql) == plain.number(sql))
        }
    }

    private func everything(in store: Store) throws -> [[String]] {
        var all = try store.skus.list(of: "", limit: 99).map { ["\($0)"] }
        for number in 0..<6 { all.append(try store.skus.barcodes(of: SKUID("S\(number)"), "")) }
        for code in RandomPatch.codes {
            all.append(try store.skus.meanings(of: [code]).map { "\(code): \($0.sku.id) \($0.pieces)" })
        }
        return all
    }
}

/// What a row of a file may say of a SKU.
private enum RandomPatch {
    static let codes = (0..<8).map { "CODE-\($0)" }

    static func make(_ id: SKUID, _ random: inout SplitMix64) -> SKUPatch {
        var patch = SKUPatch(id, of: "")
        if Bool.random(using: &random) { patch.name = "Name \(UInt8.random(in: 0...9, using: &random))" }
        if Bool.random(using: &random) { patch.size = SizeMM(length: 7, width: 8, height: 9) }
        if Bool.random(using: &random) { patch.weightG = Int.random(in: 1...99, using: &random) }
        if Bool.random(using: &random) { patch.storage = .frozen }
        if Bool.random(using: &random) { patch.track = [.lot] }
        if Bool.random(using: &random) { patch.packing = ["fragile": true] }
        // Of one SKU no code stands with the piece and with a unit: while it is moved such a code is found as both.
        if Bool.random(using: &random) { patch.barcodes = some(of: codes.prefix(4), &random) }
        if Bool.random(using: &random) {
            patch.units = [
                StockUnit(
                    name: .case, quantity: 12, size: nil, weightG: nil,
                    barcodes: some(of: codes.suffix(4), &random))
            ]
        }
        return patch
    }

    private static func some(of codes: ArraySlice<String>, _ random: inout SplitMix64) -> [String] {
        codes.filter { _ in Bool.random(using: &random) }
    }
}
