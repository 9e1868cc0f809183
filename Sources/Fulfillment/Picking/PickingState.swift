import Domain
import JSON

/// Where the dialogue of a walk with a cart stands.
struct PickingState: DialogueState {
    typealias Machine = PickingMachine

    enum Place: String, CaseIterable, Sendable {
        /// Binding a free tote to each order of the tour.
        case bind
        case bin, item, lot, quantity, tote
        /// Saying why fewer pieces were there than wanted.
        case reason
        /// Dropping the totes.
        case station
    }

    let tour: TourRow
    var at: Place
    /// The bin that was scanned last and still holds for the picks that lie in it.
    var bin: BinCode?
    /// How many pieces have been counted or keyed for the pick at hand.
    var counted = 0
    /// The order's tote is full: the tote scanned next is a further one.
    var isFull = false
    /// What has changed since the prompt before, for the picker.
    var notice: DialogueNotice?
    /// The notice came while a prompt stood that asks the same still: it is told again after the next answer.
    var isNoticeNew = false
}

extension PickingState {
    var work: SessionWork { SessionWork(tour: tour) }
    var name: String { "picking tour \(tour)" }

    /// The picker stands before the pieces, or has them in hand.
    var isInTheBin: Bool {
        switch at {
        case .item, .lot, .quantity, .tote, .reason: true
        case .bind, .bin, .station: false
        }
    }

    /// The same walk at another place.
    func moved(to place: Place, counted: Int? = nil) -> PickingState {
        var next = self
        next.at = place
        next.counted = counted ?? self.counted
        return next
    }

    /// Done with the pick at hand: which place comes next shows when it is known what is left.
    var goingOn: PickingState {
        var next = moved(to: .bin, counted: 0)
        next.isFull = false
        return next
    }
}

// MARK: As it is kept with the session

extension PickingState {
    init?(json: JSONObject) {
        // Walks of other kinds name theirs.
        guard json["kind"] == nil, let tour = json["tour"]?.int,
            let place = json["at"]?.string.flatMap(Place.init(rawValue:)), let counted = json["counted"]?.int,
            let isFull = json["full"]?.bool, json.mayBeText("bin"), json.mayHaveNotice,
            let isNoticeNew = json.flag("notice_is_new")
        else { return nil }
        self.init(
            tour: TourRow(tour), at: place, bin: json["bin"]?.string.map { BinCode($0) }, counted: counted,
            isFull: isFull, notice: json.notice, isNoticeNew: isNoticeNew)
    }

    var json: JSONObject {
        var object: JSONObject = [
            "tour": .int(tour.number), "at": .string(at.rawValue),
            "bin": bin.map { .string($0.text) } ?? .null, "counted": .int(counted), "full": .bool(isFull),
        ]
        if let notice { object["notice"] = notice.json }
        if isNoticeNew { object["notice_is_new"] = true }
        return object
    }
}
