import Domain
import Testing

@testable import Store

struct PickTableParcelTests {
    let store: Store
    let order: Order
    let parcel: Parcel

    init() throws {
        store = try openStore()
        order = try store.order("O-1")
        let piece = PackPlan.Piece(
            sku: "TEA", at: PositionMM(across: 0, deep: 0, up: 0),
            size: SizeMM(length: 10, width: 10, height: 10))
        parcel = try store.parcels.insert(
            NewParcel(
                order: order.row, number: 1, box: "S", plan: PackPlan([piece, piece, piece]),
                expectedWeightG: 100))
    }

    private func picked(_ quantity: Int, into tote: ToteID = "T-1") throws -> Pick {
        let claimed = try store.picks.claim(try store.pick(of: order, quantity), by: SessionRow(1))
        return try store.picks.complete(claimed, into: tote, by: "anna", at: second(1))
    }

    @Test func goesIntoTheBoxPieceByPiece() throws {
        var pick = try store.picks.setParcel(parcel.row, of: try picked(3))
        #expect(try store.picks.picks(toPack: "TEA", in: parcel.row) == [pick])
        #expect(try store.picks.skusToPack(of: order.row) == ["TEA"])
        var box = parcel
        (pick, box) = try store.picks.pack(2, of: pick)
        #expect((pick.state, pick.packed, box.done) == (.picked, 2, 2))
        #expect(try store.picks.contents(of: parcel.row).map(\.count) == [2])
        #expect(try store.picks.unpacked(of: parcel.row).map(\.count) == [1])
        (pick, box) = try store.picks.pack(1, of: pick)
        #expect((pick.state, box.done) == (.packed, 3))
        #expect(try store.picks.pick(pick.row) == pick)
        #expect(try store.picks.isEmpty("T-1"))
        #expect(try store.picks.skusToPack(of: order.row).isEmpty)
        #expect(try store.picks.lastPacked("TEA", in: parcel.row) == pick)
        (pick, box) = try store.picks.unpackOne(of: pick)
        #expect((pick.state, pick.packed, box.done) == (.picked, 2, 2))
        #expect(try store.parcels.parcel(parcel.row) == box)
    }

    @Test func whatIsNotInTheBoxGoesElsewhere() throws {
        let pick = try store.picks.setParcel(parcel.row, of: try picked(3))
        let begun = try store.picks.pack(1, of: pick).pick
        let (kept, rest) = try store.picks.split(begun, keeping: 1)
        #expect((rest.packed, rest.state) == (0, .picked))
        let packed = try store.picks.pack(0, of: kept)
        #expect((packed.pick.state, packed.parcel.done) == (.packed, 1))
        try store.picks.setParcel(nil, of: rest)
        #expect(try store.picks.picks(of: parcel.row) == [packed.pick])
    }

    @Test func knowsWhatLiesInATote() throws {
        let first = try picked(1, into: "T-1")
        let other = try picked(2, into: "T-2")
        #expect(try store.picks.picks(in: "T-1") == [first])
        #expect(try store.picks.picks(in: "T-2") == [other])
        #expect(try store.picks.isEmpty("T-3"))
        #expect(try !store.picks.isEmpty("T-2"))
    }

    @Test func whatLiesOnTheBenchIsInNoTote() throws {
        let (packed, _) = try store.picks.pack(2, of: try store.picks.setParcel(parcel.row, of: try picked(2)))
        let (out, _) = try store.picks.unpackOne(of: packed)
        #expect(try !store.picks.isEmpty("T-1"))
        let beside = try store.picks.leaveTote(out)
        #expect(try store.picks.pick(out.row) == beside)
        #expect(beside.tote == nil && beside.packed == 1 && beside.parcel == parcel.row)
        #expect(try store.picks.isEmpty("T-1"))
        let home = try store.picks.unpackAll(of: beside, into: "T-2")
        #expect(try store.picks.picks(in: "T-2") == [home])
    }

    @Test func onlyPickedPiecesGetAParcel() throws {
        let open = try store.pick(of: order)
        #expect(throws: Refusal.self) { try store.picks.setParcel(parcel.row, of: open) }
    }

    @Test func knowsWhoReservesARecord() throws {
        let open = try store.pick(of: order, 1, from: .sample(5))
        _ = try picked(1)
        #expect(try store.picks.picks(reserving: StockRow(5)) == [open])
        #expect(try store.picks.picks(reserving: StockRow(1)).isEmpty)
    }

    @Test func goesWithItsOrder() throws {
        _ = try picked(1)
        let other = try store.pick(of: try store.order("O-2"))
        try store.picks.remove(of: order.row)
        #expect(try store.picks.picks(of: order.row).isEmpty)
        #expect(try store.picks.picks(of: other.order, in: .open) == [other])
    }
}
