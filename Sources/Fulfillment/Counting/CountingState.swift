import Domain
import JSON

/// Where the dialogue of a walk from count to count stands.
struct CountingState: Equatable, Sendable {
    enum Place: String, CaseIterable, Sendable {
        /// On the way to a bin.
        case bin
        /// At the bin, with nothing in hand.
        case item
        /// Saying which lot and which day of expiry the goods in hand are of, and how many there are.
        case lot, expiry, quantity
        /// Whether what the books have and nobody named is not there.
        case nothingElse = "nothing_else"
    }

    let tour: TourRow
    var at: Place
    /// The task whose bin was scanned.
    var task: TaskRow?
    /// What has been counted in the bin, in the order in which it was.
    var counted: [GoodsCount] = []
    /// The goods that are being counted, and the pieces that were scanned.
    var hand: GoodsCount?

    /// On the way to the next bin.
    init(tour: TourRow) {
        self.tour = tour
        at = .bin
    }
}

extension CountingState {
    var work: SessionWork { SessionWork(tour: tour) }

    /// At the bin of a task, where nothing has been counted yet.
    func begun(_ task: TaskRow) -> CountingState {
        var next = CountingState(tour: tour)
        (next.at, next.task) = (.item, task)
        return next
    }

    /// Nothing is in hand any more, or not yet.
    func moved(to place: Place) -> CountingState {
        var next = self
        (next.at, next.hand) = (place, nil)
        return next
    }

    func holding(_ hand: GoodsCount, at place: Place) -> CountingState {
        var next = self
        (next.at, next.hand) = (place, hand)
        return next
    }

    /// The goods in hand are counted.
    func counting(_ count: GoodsCount) -> CountingState {
        var next = moved(to: .item)
        next.counted.append(count)
        return next
    }
}

extension CountingState: DialogueState {
    typealias Machine = CountingMachine

    var name: String { "counting on tour \(tour)" }
}

// MARK: As it is kept with the session

extension CountingState {
    init?(json: JSONObject) {
        guard json["kind"]?.string == WorkKind.count.rawValue, let tour = json["tour"]?.int,
            let place = json["at"]?.string.flatMap(Place.init(rawValue:)),
            let counted = (json["counted"] ?? .array([])).array?.all(GoodsCount.init(json:)),
            json["task"] == nil || json["task"]?.int != nil
        else { return nil }
        self.init(tour: TourRow(tour))
        (at, task, self.counted) = (place, json["task"]?.int.map { TaskRow($0) }, counted)
        hand = json["hand"]?.object.flatMap(GoodsCount.init(json:))
        if hand == nil && json["hand"] != nil { return nil }
    }

    var json: JSONObject {
        var object: JSONObject = [
            "kind": .string(WorkKind.count.rawValue), "tour": .int(tour.number), "at": .string(at.rawValue),
        ]
        object["task"] = task.map { .int($0.number) }
        if !counted.isEmpty { object["counted"] = .array(counted.map { .object($0.json) }) }
        object["hand"] = hand.map { .object($0.json) }
        return object
    }
}
