import Common
import Domain
import Testing

@testable import Store

/// What is kept of the free pieces of a SKU is what the table holds, whatever becomes of the changes.
@Suite struct KeptFreeStockTests {
    private let store: Store
    private var stock: StockTable { store.stock }
    private let refusal = Refusal.unknownCode("x")

    init() throws { store = try openStore() }

    /// A change, drawn before it is known what there is to be changed.
    private struct Change {
        let sku: SKUID
        let kind: Int
        let place: Int
        let quantity: Int
        /// So many records are looked at afterwards.
        let limit: Int

        init(_ random: inout SplitMix64) {
            sku = random.chance(oneIn: 3) ? "MUG" : "TEA"
            kind = random.next(below: 8)
            place = random.next(below: 1_000)
            quantity = random.next(in: 1...4)
            limit = random.next(in: 1...120)
        }

        /// One of a few hundred records, of which few are not available.
        var key: StockKey {
            Sample.key(
                sku, bin: BinCode("A-\(place % 90)"), lot: place % 7 == 0 ? "L1" : "",
                status: place % 5 == 0 ? .hold : .available)
        }
    }

    private func apply(_ changes: [Change]) throws(Refusal) {
        for change in changes {
            try apply(change)
            try check(change.sku, limit: change.limit)
        }
    }

    private func apply(_ change: Change) throws(Refusal) {
        let records = try stock.records(of: change.sku, "", in: "NY")
        guard change.kind < 6, !records.isEmpty else {
            _ = try stock.add(change.quantity, to: change.key, receivedAt: Sample.noon)
            return
        }
        let record = records[change.place % records.count]
        let (free, reserved) = (min(change.quantity, record.free), min(change.quantity, record.reserved))
        switch change.kind {
        case 0 where free > 0: try stock.remove(free, from: record.row)
        case 1 where record.free > 0: try stock.remove(record.free, from: record.row)
        case 2 where free > 0: try stock.reserve(free, in: record.row)
        case 3 where reserved > 0: try stock.unreserve(reserved, in: record.row)
        case 4 where reserved > 0: try stock.removeReserved(reserved, from: record.row)
        default:
            // More than there is.
            _ = try? stock.remove(record.free + 1, from: record.row)
            _ = try? stock.unreserve(record.reserved + 1, in: record.row)
        }
    }

    /// Looks at so many records, and at all, and compares with what another statement reads.
    private func check(_ sku: SKUID, limit: Int = 200) throws(Refusal) {
        let records = try stock.free(of: sku, "", in: "NY")
        let stored = records.map { (record) in
            FreeStock(
                bin: record.key.bin, lot: record.key.lot, expiry: record.key.expiry, count: record.free)
        }
        let some = try visited(sku, limit: limit)
        #expect(some.count == min(limit, stored.count))
        #expect(some.allSatisfy { stored.contains($0) })
        let all = try visited(sku, limit: 200)
        #expect(Self.sorted(all) == Self.sorted(stored))
    }

    private func visited(_ sku: SKUID, limit: Int) throws(Refusal) -> [FreeStock] {
        var found: [FreeStock] = []
        try stock.eachFree(of: sku, "", in: "NY") { (pieces) throws(Refusal) in
            found.append(pieces)
            return found.count < limit
        }
        return found
    }

    private static func sorted(_ stock: [FreeStock]) -> [FreeStock] {
        stock.sorted { ($0.bin.text, $0.lot, $0.count) < ($1.bin.text, $1.lot, $1.count) }
    }

    private func fillBins() throws {
        try store.db.transaction { () throws(Refusal) in
            // More than are kept.
            for number in 0..<80 {
                let key = Sample.key(bin: BinCode("A-\(number)"))
                _ = try stock.add(3, to: key, receivedAt: Sample.noon)
            }
        }
    }

    @Test("Whatever is changed, in whatever order, and whatever is taken back", arguments: 1...UInt64(4))
    func anyChanges(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        try fillBins()
        for _ in 0..<40 {
            let changes = (0..<random.next(in: 1...4)).map { _ in Change(&random) }
            try play(changes, way: random.next(below: 5))
            try check("TEA", limit: random.next(in: 1...100))
            try check("MUG")
        }
    }

    private func play(_ changes: [Change], way: Int) throws {
        switch way {
        case 0: try store.db.transaction { () throws(Refusal) in try apply(changes) }
        case 1:
            #expect(throws: refusal) {
                try store.db.transaction { () throws(Refusal) in
                    try apply(changes)
                    throw refusal
                }
            }
        case 2:
            let given: Int? = try store.db.transactionUnlessNil { () throws(Refusal) -> Int? in
                try apply(changes)
                return nil
            }
            #expect(given == nil)
        case 3: try store.db.transaction { () throws(Refusal) in try applyAmongRefused(changes) }
        default:
            try store.db.transaction { () throws(Refusal) in
                try store.db.rehearse { () throws(Refusal) in try apply(changes) }
                try check("TEA")
                try apply(changes)
            }
        }
    }

    /// The last of them are applied between two commands that are refused after they have written.
    private func applyAmongRefused(_ changes: [Change]) throws(Refusal) {
        try refuse(changes)
        try apply(Array(changes.suffix(2)))
        try refuse(changes)
    }

    private func refuse(_ changes: [Change]) throws(Refusal) {
        do throws(Refusal) {
            try store.db.command { () throws(Refusal) in
                try apply(changes)
                let full = Sample.key(bin: "A-0")
                _ = try stock.add(Limits.quantityMax, to: full, receivedAt: Sample.noon)
                throw refusal
            }
        } catch {}
        for sku in ["TEA", "MUG"] as [SKUID] { try check(sku) }
    }

    @Test("What is free is kept while pieces leave with their reservations, and is read again after all else")
    func whatIsForgotten() throws {
        let row = try stock.add(9, to: Sample.key(), receivedAt: Sample.noon).row
        let key = SKUInWarehouse("TEA", "", in: "NY")
        func isKept() throws -> Bool { try stock.keptFree.kept(for: key) { (kept) in kept } != nil }
        func expectForgotten(_ change: () throws -> StockRecord) throws {
            try check("TEA")
            #expect(try isKept())
            _ = try change()
            #expect(try !isKept())
        }
        try expectForgotten { try stock.reserve(4, in: row) }
        try expectForgotten { try stock.unreserve(1, in: row) }
        try expectForgotten { try stock.remove(1, from: row) }
        try expectForgotten { try stock.add(1, to: Sample.key(bin: "B-01-1"), receivedAt: Sample.noon) }
        try check("TEA")
        _ = try stock.removeReserved(2, from: row)
        #expect(try isKept())
        try check("TEA")
        _ = try stock.add(1, to: Sample.key("MUG"), receivedAt: Sample.noon)
        #expect(try isKept())
    }

    /// Whoever adds a statement that writes stock lets it forget what is kept, and names it here.
    @Test func theStatementsThatWriteStockAreThese() throws {
        let files = try SourceFile.ofTables().filter { $0.path.hasPrefix("Goods/StockTable") }
        let written = files.flatMap { file in
            file.code.matches(of: #/db\.(?:run|insert)\(\s*Self\.([A-Za-z]+)/#).map { String($0.1) }
        }
        #expect(written.sorted() == ["add", "change", "delete"])
    }
}
