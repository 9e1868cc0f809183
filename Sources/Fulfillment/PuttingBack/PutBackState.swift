import Domain
import JSON

/// Where the dialogue of a walk stands that brings pieces back to their bins.
struct PutBackState: DialogueState {
    typealias Machine = PutBackMachine

    enum Place: String, CaseIterable, Sendable {
        /// Taking the totes along.
        case tote
        case bin, item, quantity
        /// Whether the pieces that were not found are gone.
        case missing
    }

    let tour: TourRow
    var at: Place
    /// The bin that was scanned last.
    var bin: BinCode?
    /// How many pieces have been counted or keyed for the task at hand.
    var counted = 0
}

extension PutBackState {
    var name: String { "putting back on tour \(tour)" }
    var work: SessionWork { SessionWork(tour: tour) }

    /// The same walk at another place.
    func moved(to place: Place, counted: Int = 0) -> PutBackState {
        var next = self
        next.at = place
        next.counted = counted
        return next
    }
}

// MARK: As it is kept with the session

extension PutBackState {
    init?(json: JSONObject) {
        guard json["kind"]?.string == WorkKind.putBack.rawValue, let tour = json["tour"]?.int,
            let place = json["at"]?.string.flatMap(Place.init(rawValue:)), let counted = json["counted"]?.int,
            json.mayBeText("bin")
        else { return nil }
        self.init(
            tour: TourRow(tour), at: place, bin: json["bin"]?.string.map { BinCode($0) }, counted: counted)
    }

    var json: JSONObject {
        [
            "kind": .string(WorkKind.putBack.rawValue), "tour": .int(tour.number), "at": .string(at.rawValue),
            "bin": bin.map { .string($0.text) } ?? .null, "counted": .int(counted),
        ]
    }
}
