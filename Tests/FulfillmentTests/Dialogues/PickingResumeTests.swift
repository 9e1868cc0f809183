import Domain
import Testing

@testable import Fulfillment

/// Where picking goes on once the floor is known anew, and what it does where work has gone in between.
@Suite struct PickingResumeTests {
    private static let here = PickingWorld.pick(lot: "")
    private static let elsewhere = PickingWorld.pick(lot: "", bin: "C-5-04")

    /// The picker stands at A-1-01. Where it goes on with no pick left, with one there, with one in another bin.
    private static let table: [(PickingState.Place, [PickingState.Place])] = [
        (.bind, [.station, .item, .bin]),
        (.bin, [.station, .item, .bin]),
        (.item, [.station, .item, .item]),
        (.lot, [.station, .lot, .lot]),
        (.quantity, [.station, .quantity, .quantity]),
        (.tote, [.station, .tote, .tote]),
        (.reason, [.station, .reason, .reason]),
        (.station, [.station, .station, .station]),
    ]

    private func resumed(
        at place: PickingState.Place, _ pick: Pick?, order: OrderRow? = nil, tour: TourState = .started
    ) -> PickingState.Place? {
        var facts = PickingFacts(tour: PickingWorld.walk)
        facts.tour.state = tour
        (facts.pick, facts.orderToBind) = (pick, order)
        let state = PickingState(tour: PickingWorld.tour, at: place, bin: "A-1-01")
        return PickingMachine.resume(state, knowing: facts)?.at
    }

    @Test func goesOn() {
        #expect(Set(Self.table.map(\.0)) == Set(PickingState.Place.allCases))
        for (place, next) in Self.table {
            for (pick, expected) in zip([nil, Self.here, Self.elsewhere], next) {
                #expect(resumed(at: place, pick) == expected, "\(place)")
            }
        }
    }

    @Test("Totes are bound as long as an order has none")
    func binds() {
        #expect(resumed(at: .bind, nil, order: PickingWorld.order) == .bind)
        #expect(resumed(at: .bind, Self.here, order: PickingWorld.order) == .bind)
    }

    @Test("A tour that is paused or finished is over", arguments: [TourState.paused, .finished])
    func ends(tour: TourState) {
        for place in PickingState.Place.allCases {
            #expect(resumed(at: place, Self.here, tour: tour) == nil)
        }
    }

    @Test(
        "Where the work has gone, the totes are set down, whatever was asked for",
        arguments: PickingPlace.allCases)
    func workGone(place: PickingPlace) throws {
        var facts = place.facts
        (facts.pick, facts.orderToBind) = (nil, nil)
        #expect(PickingMachine.prompt(at: place.state, knowing: facts).expect == .station)
        facts.scanned.station = "PACK-1"
        let step = try PickingMachine.step(from: place.state, on: Answer("PACK-1"), knowing: facts)
        #expect(step.effects == [.drop(at: "PACK-1")])
    }

    @Test("Before the picker has stood at a bin the tote that was bound last is free again")
    func unbinds() throws {
        var facts = PickingPlace.bin.facts
        facts.lastPicked = nil
        let step = try PickingMachine.step(from: PickingPlace.bin.state, on: Answer("*UNDO"), knowing: facts)
        #expect(step.next.at == .bind && step.next.bin == nil)
        #expect(step.effects == [.unbind(PickingWorld.ownTote)])
    }

    @Test("An order that has no tote on the cart gets the free one that is asked for")
    func freeTote() throws {
        var facts = PickingPlace.tote.facts
        facts.tote = nil
        #expect(PickingMachine.prompt(at: PickingPlace.tote.state, knowing: facts).say == .anyFreeTote)
        facts.scanned.tote = PickingWorld.freeTote
        let step = try PickingMachine.step(from: PickingPlace.tote.state, on: Answer("T-2"), knowing: facts)
        #expect(step.effects == [.bind(PickingWorld.freeTote, to: PickingWorld.order)])
        #expect(step.next == PickingPlace.tote.state)
    }

    @Test("Once the picker has stood at a bin no tote is free again", arguments: [PickingPlace.bind, .bin, .station])
    func keepsTheTotes(place: PickingPlace) {
        var facts = place.facts
        facts.lastPicked = nil
        facts.tour.standsAt = "B-2-02"
        #expect(throws: Self.nothingToTakeBack(at: place)) {
            try PickingMachine.step(from: place.state, on: Answer("*UNDO"), knowing: facts)
        }
    }

    @Test("At the bin of the pick before, that is put back rather than the bin asked for again")
    func putsBackInTheSameBin() throws {
        var facts = PickingPlace.item.facts
        facts.lastPicked = PickingWorld.pick(lot: "")
        let step = try PickingMachine.step(from: PickingPlace.item.state, on: Answer("*UNDO"), knowing: facts)
        #expect(step.effects == [.putBack(PickingWorld.pick(lot: ""))])
        #expect(step.next.notice == .putBack(5, of: "PEN", into: "A-1-01"))
    }

    @Test("Nothing is put back where nothing was picked", arguments: [PickingPlace.bind, .bin, .station])
    func nothingToUndo(place: PickingPlace) {
        var facts = place.facts
        (facts.lastPicked, facts.lastBound) = (nil, nil)
        #expect(throws: Self.nothingToTakeBack(at: place)) {
            try PickingMachine.step(from: place.state, on: Answer("*UNDO"), knowing: facts)
        }
    }

    private static func nothingToTakeBack(at place: PickingPlace) -> Refusal {
        .notHere(place: place.state.at.rawValue, hint: "there is nothing here that *UNDO could take back")
    }
}
