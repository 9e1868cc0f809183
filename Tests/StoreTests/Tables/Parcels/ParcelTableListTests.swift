import Domain
import Testing

@testable import Store

@Suite struct ParcelTableListTests {
    private let store: Store

    init() throws { store = try openStore() }

    /// Every combination of filters against the same choice made of all parcels.
    @Test func honoursEveryFilter() throws {
        let parcels = store.parcels
        var facts: [ParcelRow: (client: ClientID, warehouse: WarehouseCode, driver: DriverID)] = [:]
        var order = 0
        for client in ["", "ACME"] {
            for warehouse in ["NY", "LA"] {
                for driver in ["UPS", "DHL"] {
                    order += 1
                    try store.db.execute(
                        script: """
                            INSERT INTO orders (id, client, order_id, warehouse, revision, content, priority, sla, driver,
                                on_short, accepted_at, stage)
                            VALUES (\(order), '\(client)', 'O-\(order)', '\(warehouse)', 1, '{}', 50, '', '\(driver)',
                                'wait', 0, 'packing')
                            """)
                    for number in 1...2 {
                        let parcel = try parcels.insert(
                            Sample.parcel(Sample.plan(("TEA", 1)), of: OrderRow(order), number: number))
                        if number == 2 { try parcels.move(parcel, to: .voided) }
                        facts[parcel.row] = (ClientID(client), WarehouseCode(warehouse), DriverID(driver))
                    }
                }
            }
        }
        let all = try parcels.parcels(after: nil, limit: 100)
        #expect(all.count == 16)
        for bits in 0..<32 {
            let filter = ParcelTable.Filter(
                order: bits & 1 > 0 ? OrderRow(6) : nil, state: bits & 2 > 0 ? .open : nil,
                driver: bits & 4 > 0 ? "DHL" : nil, client: bits & 8 > 0 ? "ACME" : nil,
                warehouse: bits & 16 > 0 ? "NY" : nil)
            let wanted = all.filter { parcel in
                guard let fact = facts[parcel.row] else { return false }
                return filter.order.map { $0 == parcel.order } ?? true
                    && filter.state.map { $0 == parcel.state } ?? true
                    && filter.driver.map { $0 == fact.driver } ?? true
                    && filter.client.map { $0 == fact.client } ?? true
                    && filter.warehouse.map { $0 == fact.warehouse } ?? true
            }
            #expect(try parcels.list(filter, after: nil, limit: 100) == wanted)
            #expect(
                try parcels.list(filter, after: wanted.first?.row, limit: 100) == Array(wanted.dropFirst()))
            #expect(try parcels.list(filter, after: nil, limit: 0) == Array(wanted.prefix(1)))
        }
    }

    /// Whatever is asked for, a page is read in the order of an index.
    @Test func noPageIsSorted() throws {
        let earlier = Set(store.db.preparedTexts)
        for bits in 0..<32 {
            let filter = ParcelTable.Filter(
                order: bits & 1 > 0 ? OrderRow(6) : nil, state: bits & 2 > 0 ? .open : nil,
                driver: bits & 4 > 0 ? "DHL" : nil, client: bits & 8 > 0 ? "ACME" : nil,
                warehouse: bits & 16 > 0 ? "NY" : nil)
            _ = try store.parcels.list(filter, after: nil, limit: 1)
        }
        let texts = store.db.preparedTexts.filter { !earlier.contains($0) }
        #expect(texts.count == 32)
        for text in texts {
            let plan = try QueryPlan(of: text, on: store.db.handle)
            #expect(plan.steps.count == 1, "\(text): \(plan.steps)")
        }
    }

    @Test func aParcelFollowsTheDriverOfItsOrder() throws {
        let order = try store.orders.insert(.sample("O-1", driver: "UPS"), at: second(0))
        let parcel = try store.parcels.insert(Sample.parcel(Sample.plan(("TEA", 1)), of: order.row))
        func rows(_ driver: DriverID) throws -> [ParcelRow] {
            try store.parcels.list(ParcelTable.Filter(driver: driver), after: nil, limit: 9).map(\.row)
        }
        #expect(try rows("UPS") == [parcel.row])
        try store.db.run(SQL("UPDATE orders SET driver = 'DHL' WHERE id = ?"), order.row)
        #expect(try rows("UPS").isEmpty)
        #expect(try rows("DHL") == [parcel.row])
    }
}
