import Testing

@testable import Domain

@Suite struct OrderStageTests {
    private func stage(
        _ picks: [PickState: Int], totesUnderWay: Int = 0, parcels: [ParcelState: Int] = [:]
    ) -> OrderStage {
        OrderFacts(isReleased: true, picks: picks, totesUnderWay: totesUnderWay, parcels: parcels).stage
    }

    @Test func beforePicking() {
        #expect(OrderFacts().stage == .accepted)
        #expect(OrderFacts(isCancelled: true, isReleased: true, picks: [.picked: 1]).stage == .cancelled)
        #expect(stage([.open: 2]) == .released)
        #expect(stage([.open: 1, .claimed: 1]) == .picking)
    }

    @Test("An order is picked when its last tote stands at a station")
    func picked() {
        #expect(stage([.picked: 2], totesUnderWay: 1) == .picking)
        #expect(stage([.picked: 2]) == .picked)
        #expect(stage([.picked: 2, .cancelled: 1]) == .picked)
    }

    @Test func nothingFound() { #expect(stage([.short: 1]) == .released) }

    @Test func parcels() {
        #expect(stage([.picked: 1], parcels: [.open: 1]) == .packing)
        #expect(stage([.packed: 1], parcels: [.closed: 1]) == .packing)
        #expect(stage([.packed: 1, .picked: 1], parcels: [.labelled: 1]) == .packing)
        #expect(stage([.packed: 2], parcels: [.labelled: 2]) == .packed)
        #expect(stage([.packed: 2], parcels: [.labelled: 1, .handedOver: 1]) == .packed)
        #expect(stage([.packed: 2], parcels: [.handedOver: 2]) == .inTransit)
    }
}
