import Domain
import Testing

@testable import Store

struct ToteTableTests {
    @Test func isFoundInSmallAndCapitalLetters() throws {
        let store = try openStore()
        let size = SizeMM(length: 600, width: 400, height: 300)
        let (tote, isNew) = try store.totes.upsert("Tote-1", in: "A", size: size, tareG: 1800)
        #expect(isNew)
        #expect(try store.totes.tote("tOTE-1") == tote)
        let again = try store.totes.upsert("TOTE-1", in: "B", size: nil, tareG: 0)
        #expect(!again.isNew)
        #expect(again.tote == Tote(id: "Tote-1", warehouse: "B"))
        #expect(try store.totes.tote("tote-1") == again.tote)
        #expect(try store.totes.tote("T-2") == nil)
    }

    @Test func belongsToWhatItIsMovedTo() throws {
        let store = try openStore()
        let (order, tour) = (OrderRow(4), TourRow(5))
        let free = try store.totes.upsert("T-1", in: "A", size: nil, tareG: 0).tote
        let bound = try store.totes.move(free, to: .bound, order: order, tour: tour)
        #expect(try store.totes.tote("T-1") == bound)
        #expect(try store.totes.totes(on: tour) == [bound])
        #expect(try store.totes.totes(of: order) == [bound])
        #expect(try store.totes.current(of: order, on: tour) == bound)
        let full = try store.totes.move(bound, to: .parked, order: order, tour: tour)
        #expect(try store.totes.current(of: order, on: tour) == nil)
        let dropped = try store.totes.move(full, to: .atStation, order: order, station: "PACK-1")
        #expect(try store.totes.tote("T-1") == dropped)
        #expect(try store.totes.totes(on: tour).isEmpty)
        #expect(throws: Refusal.self) { try store.totes.move(dropped, to: .free) }
        #expect(throws: Refusal.missingRow("tote", "T-1, bound")) { try store.totes.move(bound, to: .free) }
    }

    @Test func isFreeAgainWhereNothingLiesInIt() throws {
        let store = try openStore()
        let tote = try store.totes.upsert("T-1", in: "A", size: nil, tareG: 0).tote
        let bound = try store.totes.move(tote, to: .bound, order: OrderRow(4), tour: TourRow(5))
        #expect(try store.totes.free(bound) == tote)
        let again = try store.totes.move(tote, to: .bound, order: OrderRow(4), tour: TourRow(5))
        let parked = try store.totes.move(again, to: .parked, order: again.order, tour: again.tour)
        #expect(try store.totes.free(parked) == tote)
        #expect(try store.totes.tote("T-1") == tote)
    }

    @Test func listsByStateAndWarehouse() throws {
        let store = try openStore()
        var totes: [Tote] = []
        for number in 0..<8 {
            var tote = try store.totes.upsert(
                ToteID("T-\(number)"), in: number % 2 == 0 ? "A" : "B", size: nil, tareG: 0
            ).tote
            if number < 3 { tote = try store.totes.move(tote, to: .outOfService) }
            totes.append(tote)
        }
        #expect(try store.totes.counts() == [.free: 5, .outOfService: 3])
        for state in [ToteState?.none, .free, .outOfService] {
            for warehouse in [WarehouseCode?.none, "A", "B"] {
                let wanted = totes.filter {
                    (state == nil || $0.state == state) && (warehouse == nil || $0.warehouse == warehouse)
                }
                #expect(try store.totes.list(state: state, warehouse: warehouse, limit: 99) == wanted)
                let rest = try store.totes.list(
                    state: state, warehouse: warehouse, after: wanted[0].id, limit: 99)
                #expect(rest == Array(wanted.dropFirst()))
            }
        }
    }

    @Test func findsTheTotesWithAClientsOrder() throws {
        let store = try openStore()
        var totes: [Tote] = []
        for (number, client) in ["", "ACME", ""].enumerated() {
            let order = try store.orders.insert(
                .sample(OrderID("O-\(number)"), client: ClientID(client)), at: second(number))
            let tote = try store.totes.upsert(ToteID("T-\(number)"), in: "A", size: nil, tareG: 0).tote
            totes.append(try store.totes.move(tote, to: .bound, order: order.row, tour: TourRow(1)))
        }
        _ = try store.totes.upsert("T-9", in: "A", size: nil, tareG: 0)
        #expect(try store.totes.list(client: "ACME", limit: 9) == [totes[1]])
        #expect(try store.totes.list(client: "", limit: 9) == [totes[0], totes[2]])
        #expect(try store.totes.list(client: "", after: "T-0", limit: 9) == [totes[2]])
    }
}
