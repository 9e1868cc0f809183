import Testing

@testable import Domain

/// The tables of states, written out once more: an edge that is added or lost by mistake is seen.
@Suite struct FloorStateTests {
    private func edges<State: FloorState>(_: State.Type) -> Set<String> {
        var edges: Set<String> = []
        for from in State.allCases {
            for to in State.allCases where from.mayBecome(to) {
                edges.insert("\(from.rawValue)>\(to.rawValue)")
            }
        }
        return edges
    }

    @Test func picks() {
        #expect(
            edges(PickState.self) == [
                "open>claimed", "open>short", "open>cancelled", "claimed>picked", "claimed>short",
                "claimed>cancelled",
                "claimed>open", "picked>packed", "picked>lost", "picked>open", "picked>cancelled",
                "packed>picked", "packed>lost", "short>open", "short>cancelled",
            ])
    }

    @Test func parcels() {
        #expect(
            edges(ParcelState.self) == [
                "open>closed", "open>voided", "open>lost", "closed>labelled", "closed>open", "closed>voided",
                "closed>lost", "labelled>staged", "labelled>open", "labelled>closed", "labelled>voided",
                "labelled>lost", "staged>manifested", "staged>labelled", "staged>voided", "staged>lost",
                "manifested>handed_over", "manifested>staged", "manifested>labelled", "manifested>lost",
                "handed_over>staged", "handed_over>lost",
            ])
    }

    @Test func labels() {
        #expect(
            edges(LabelState.self) == [
                "queued>spooled", "queued>printed", "queued>failed", "queued>voided", "spooled>queued",
                "spooled>printed", "spooled>failed", "spooled>voided", "spooled>unknown", "printed>voided",
                "failed>queued", "failed>printed", "failed>voided", "unknown>printed", "unknown>failed",
                "unknown>voided",
            ])
    }

    @Test("Every tote finds its way back to free")
    func totes() {
        for state in ToteState.allCases {
            var reached: Set<ToteState> = [state]
            for _ in ToteState.allCases {
                for from in reached { reached.formUnion(ToteState.allCases.filter(from.mayBecome)) }
            }
            #expect(reached.contains(.free), "\(state)")
        }
        #expect(!ToteState.free.mayBecome(.packing))
        #expect(!ToteState.atStation.mayBecome(.bound))
    }

    @Test("A step that the table does not hold names the states it is possible from")
    func refusal() {
        #expect(throws: Refusal.wrongState(thing: "pick 7", state: "open", wanted: "claimed or packed")) {
            try PickState.open.checkStep(to: .picked, of: "7")
        }
    }

    @Test("A refusal has the words of the states, and after them what else is wanted")
    func wordsOfStates() {
        #expect(
            Refusal.notAllowed(
                in: PickState.packed, of: "7", wanted: [.open, .short], provided: "never picked")
                == .wrongState(thing: "pick 7", state: "packed", wanted: "open or short, never picked"))
        #expect(
            Refusal.notAllowed(in: ParcelState.handedOver, of: "3", wanted: [.open], advice: "reopen it")
                == .wrongState(thing: "parcel 3", state: "handed_over", wanted: "open; reopen it"))
        #expect(
            Refusal.notAllowed(in: OrderStage.inTransit, of: "O-1", wanted: [.picked])
                == .wrongState(thing: "order O-1", state: "in_transit", wanted: "picked"))
        #expect(
            Refusal.notAllowed(in: LabelState.voided, of: "1")
                == .wrongState(thing: "label 1", state: "voided", wanted: "not voided"))
    }
}
