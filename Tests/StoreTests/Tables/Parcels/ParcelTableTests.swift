import Domain
import Testing

@testable import Store

@Suite struct ParcelTableTests {
    private let store: Store
    private var parcels: ParcelTable { store.parcels }

    init() throws { store = try openStore() }

    @Test func beginsOpenWithNothingInIt() throws {
        let parcel = try parcels.insert(Sample.parcel(Sample.plan(("TEA", 3), ("MUG", 1))))
        #expect(
            parcel.state == .open && parcel.pieces == 4 && parcel.done == 0 && parcel.expectedWeightG == 800)
        #expect(try parcels.parcel(parcel.row) == parcel)
        #expect(try parcels.parcels(of: OrderRow(7)) == [parcel])
        #expect(try parcels.parcel(ParcelRow(99)) == nil)
    }

    @Test func goesItsWayToTheDriver() throws {
        var parcel = try parcels.insert(Sample.parcel(Sample.plan(("TEA", 1))))
        try parcels.record(weightG: 812, of: parcel.row)
        parcel = try parcels.close(parcel, sscc: "106141411234567897", by: "b7", at: Sample.noon)
        #expect(parcel.state == .closed && parcel.packedBy == "b7" && parcel.closedAt == Sample.noon)
        #expect(parcel.weightG == 812)
        #expect(try parcels.parcel(sscc: "106141411234567897") == parcel)

        parcel = try parcels.record(closedEvent: 11, of: parcel.row)
        parcel = try parcels.move(parcel, to: .labelled)
        parcel = try parcels.record(labelledEvent: 12, of: parcel.row)
        #expect((parcel.closedEvent, parcel.labelledEvent) == (11, 12))
        parcel = try parcels.handOver(parcel, on: ManifestRow(4), at: Sample.noon)
        #expect(parcel.state == .handedOver && parcel.manifest == ManifestRow(4))
        #expect(throws: Refusal.self) { try parcels.handOver(parcel, on: ManifestRow(4), at: Sample.noon) }
    }

    @Test func aVoidedLabelOpensItAgain() throws {
        var parcel = try parcels.insert(Sample.parcel(Sample.plan(("TEA", 1))))
        #expect(throws: Refusal.self) { try parcels.reopen(parcel) }
        parcel = try parcels.close(parcel, sscc: "106141411234567897", by: nil, at: Sample.noon)
        parcel = try parcels.record(closedEvent: 11, of: parcel.row)
        parcel = try parcels.reopen(parcel)
        #expect(
            parcel.state == .open && parcel.sscc == nil && parcel.closedAt == nil && parcel.closedEvent == nil
        )
    }

    @Test func noStepIsTakenThatTheTableOfStatesLacks() throws {
        let parcel = try parcels.insert(Sample.parcel(Sample.plan(("TEA", 1))))
        for state in ParcelState.allCases where !ParcelState.open.mayBecome(state) {
            #expect(throws: Refusal.self) { try parcels.move(parcel, to: state) }
        }
        // A value that was read before somebody else's change moves nothing.
        try parcels.move(parcel, to: .closed)
        #expect(throws: Refusal.self) { try parcels.move(parcel, to: .voided) }
        #expect(try parcels.parcel(parcel.row)?.state == .closed)
    }

    @Test func countsThePiecesInTheBox() throws {
        let row = try parcels.insert(Sample.parcel(Sample.plan(("TEA", 3)))).row
        #expect(try parcels.recordPacked(2, in: row).done == 2)
        #expect(try parcels.recordPacked(-1, in: row).done == 1)
        #expect(throws: Refusal.self) { try parcels.recordPacked(3, in: row) }
        #expect(throws: Refusal.self) { try parcels.recordPacked(-2, in: row) }
        #expect(throws: Refusal.self) { try parcels.discard(row) }
    }

    @Test func oneThatWasNeverBegunCanBeThrownAway() throws {
        let row = try parcels.insert(Sample.parcel(Sample.plan(("TEA", 3)))).row
        try parcels.discard(row)
        #expect(try parcels.parcel(row) == nil)
        #expect(try parcels.runs(of: row).isEmpty)
        #expect(try parcels.insert(Sample.parcel(Sample.plan(("TEA", 1)))).row > row)
    }

    @Test func belongsToItsOrder() throws {
        let first = try parcels.insert(Sample.parcel(Sample.plan(("TEA", 1)), number: 2))
        let second = try parcels.insert(Sample.parcel(Sample.plan(("TEA", 1)), number: 1))
        let voided = try parcels.insert(Sample.parcel(Sample.plan(("TEA", 1)), number: 3))
        try parcels.move(voided, to: .voided)
        #expect(try parcels.parcels(of: OrderRow(7)).map(\.row) == [second.row, first.row])
        #expect(try parcels.everyParcel(of: OrderRow(7)).map(\.row) == [first.row, second.row, voided.row])
        #expect(try parcels.states(of: OrderRow(7)) == [.open: 2])
        #expect(try parcels.renumber(first.row, to: 4).number == 4)
        try parcels.placeOpenParcels(of: OrderRow(7), at: "P1")
        #expect(try parcels.everyParcel(of: OrderRow(7)).map(\.station) == ["P1", "P1", nil])
        #expect(try parcels.parcels(after: first.row, limit: 1).map(\.row) == [second.row])
        try parcels.removeArchived(OrderRow(7))
        #expect(try parcels.everyParcel(of: OrderRow(7)).isEmpty)
        #expect(try parcels.runs(of: first.row).isEmpty)
    }
}
