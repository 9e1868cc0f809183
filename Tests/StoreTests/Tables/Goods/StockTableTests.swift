import Domain
import Testing

@testable import Store

@Suite struct StockTableTests {
    private let store: Store
    private var stock: StockTable { store.stock }

    init() throws { store = try openStore() }

    private func add(_ quantity: Int, _ key: StockKey) throws -> StockRecord {
        try stock.add(quantity, to: key, receivedAt: Sample.noon)
    }

    @Test func addsToTheRecordOfTheKey() throws {
        let key = Sample.key(lot: "L1", expiry: Day("2027-01-31"))
        let first = try add(5, key)
        #expect(
            first == StockRecord(row: first.row, key: key, receivedAt: Sample.noon, onHand: 5, reserved: 0))
        let second = try stock.add(3, to: key, receivedAt: Sample.noon.adding(days: 1))
        #expect(second.row == first.row && second.onHand == 8 && second.receivedAt == Sample.noon)
        #expect(try stock.record(key) == second)
        #expect(try stock.record(first.row) == second)
        #expect(try add(1, Sample.key(lot: "L2")).row != first.row)
    }

    @Test func holdsNoMoreThanTheLimit() throws {
        _ = try add(Limits.quantityMax, Sample.key())
        #expect(throws: Refusal.badParams(param: "qty", problem: "A-01-1 would hold more than 1000000000")) {
            try add(1, Sample.key())
        }
    }

    @Test func reservesOnlyWhatIsFree() throws {
        let row = try add(5, Sample.key()).row
        #expect(try stock.reserve(4, in: row).free == 1)
        #expect(throws: Refusal.self) { try stock.reserve(2, in: row) }
        #expect(throws: Refusal.self) { try stock.remove(2, from: row) }
        #expect(try stock.unreserve(1, in: row).reserved == 3)
        #expect(throws: Refusal.self) { try stock.unreserve(4, in: row) }
        #expect(throws: Refusal.self) { try stock.removeReserved(4, from: row) }
        #expect(try stock.removeReserved(3, from: row).onHand == 2)
        #expect(try stock.record(row)?.reserved == 0)
    }

    @Test func anEmptyRecordIsGoneAndItsNumberNeverComesBack() throws {
        let row = try add(5, Sample.key()).row
        #expect(try stock.remove(5, from: row).onHand == 0)
        #expect(try stock.record(row) == nil)
        #expect(throws: Refusal.self) { try stock.remove(1, from: row) }
        #expect(try add(5, Sample.key()).row > row)
    }

    @Test func tellsWhatIsFreeAndWhatIsThere() throws {
        let first = try add(5, Sample.key())
        let second = try add(7, Sample.key(bin: "B-01-1"))
        _ = try add(2, Sample.key(status: .damaged))
        _ = try add(9, Sample.key(client: "ACME"))
        try stock.reserve(5, in: first.row)
        #expect(try stock.free(of: "TEA", "", in: "NY") == [second])
        #expect(try stock.records(of: "TEA", "", in: "NY").count == 3)
        #expect(try stock.totals(of: "TEA", "", in: "NY") == StockTotals(onHand: 14, reserved: 5))
        #expect(try stock.totals(of: "MUG", "", in: "NY") == StockTotals(onHand: 0, reserved: 0))
        #expect(try stock.records(in: "B-01-1", of: "NY") == [second])
        #expect(try stock.skus(in: "A-01-1", of: "NY", limit: 3) == ["TEA"])
        #expect(try stock.isEmpty("B-01-1", of: "LA"))
        #expect(try !stock.isEmpty("B-01-1", of: "NY"))
        #expect(try stock.usedBins(of: "NY", limit: 9) == ["A-01-1", "B-01-1"])
        #expect(try stock.usedBins(of: "NY", limit: 1) == ["A-01-1"])
        #expect(try stock.usedBins(of: "NY", after: "A-01-1", limit: 9) == ["B-01-1"])
        #expect(try stock.usedBins(of: "LA", limit: 9) == [])
        #expect(try stock.records(after: first.row, limit: 1) == [second])
    }

    /// Every combination of filters against the same choice made of all records.
    @Test func listsHonourEveryFilter() throws {
        for sku in ["TEA", "MUG"] {
            for client in ["", "ACME"] {
                for bin in ["A-01-1", "B-01-1"] {
                    for status in [StockStatus.available, .hold] {
                        let key = Sample.key(
                            SKUID(sku), bin: BinCode(bin), client: ClientID(client), status: status)
                        _ = try add(1, key)
                        var elsewhere = key
                        elsewhere = StockKey(
                            goods: GoodsKey(warehouse: "LA", client: key.client, sku: key.sku),
                            status: status,
                            plate: "", bin: key.bin)
                        _ = try add(1, elsewhere)
                    }
                }
            }
        }
        let all = try stock.records(after: nil, limit: 100)
        #expect(all.count == 32)
        for bits in 0..<16 {
            let filter = StockTable.Filter(
                warehouse: "LA", client: bits & 1 > 0 ? "ACME" : nil, sku: bits & 2 > 0 ? "MUG" : nil,
                bin: bits & 4 > 0 ? "B-01-1" : nil, status: bits & 8 > 0 ? .hold : nil)
            let wanted = all.filter { record in
                record.key.warehouse == "LA" && filter.client.map { $0 == record.key.client } ?? true
                    && filter.sku.map { $0 == record.key.sku } ?? true
                    && filter.bin.map { $0 == record.key.bin } ?? true
                    && filter.status.map { $0 == record.key.status } ?? true
            }
            #expect(try stock.list(filter, after: nil, limit: 100) == wanted)
            #expect(try stock.list(filter, after: wanted.first?.row, limit: 100) == Array(wanted.dropFirst()))
            #expect(try stock.list(filter, after: nil, limit: 0) == Array(wanted.prefix(1)))
        }
        let available = StockTable.Filter(warehouse: "NY", status: .available)
        #expect(try stock.list(available, after: nil, limit: 100).count == 8)
    }

    @Test func whatIsNotUnderstoodIsRefused() throws {
        let row = try add(1, Sample.key()).row
        try store.db.execute(script: "UPDATE stock SET expiry = 'soon'")
        #expect(throws: Refusal.unreadable("stock, row \(row): expiry holds \"soon\"")) {
            try stock.record(row)
        }
    }
}
