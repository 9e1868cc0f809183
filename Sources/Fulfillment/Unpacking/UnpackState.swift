import Domain
import JSON

/// Where the dialogue stands in which a box is emptied again at the bench: at one parcel of an order that is to be
/// cancelled.
struct UnpackState: DialogueState {
    typealias Machine = UnpackMachine

    enum Place: String, CaseIterable, Sendable {
        /// Taking a free tote for what is in the box.
        case tote
        /// Whether all of it is in the tote.
        case emptied
    }

    let order: OrderRow
    let parcel: ParcelRow
    var at: Place
    var tote: ToteID?
    /// What others have changed since the prompt before, for the packer.
    var notice: DialogueNotice?

    /// - Parameter notice: what others did because of which the box is emptied.
    init(parcel: Parcel, notice: DialogueNotice? = nil) {
        self.init(order: parcel.order, parcel: parcel.row, at: .tote)
        self.notice = notice
    }

    init(order: OrderRow, parcel: ParcelRow, at place: Place, tote: ToteID? = nil) {
        (self.order, self.parcel, at, self.tote) = (order, parcel, place, tote)
    }

    var name: String { "unpacking parcel \(parcel)" }
    var work: SessionWork { SessionWork(order: order, parcel: parcel) }
}

// MARK: As it is kept with the session

extension UnpackState {
    init?(json: JSONObject) {
        guard json["kind"]?.string == WorkKind.unpack.rawValue, let order = json["order"]?.int,
            let parcel = json["parcel"]?.int, let place = json["at"]?.string.flatMap(Place.init(rawValue:)),
            json.mayBeText("tote"), json.mayHaveNotice
        else { return nil }
        self.init(
            order: OrderRow(order), parcel: ParcelRow(parcel), at: place,
            tote: json["tote"]?.string.map { ToteID($0) })
        notice = json.notice
    }

    var json: JSONObject {
        var object: JSONObject = [
            "kind": .string(WorkKind.unpack.rawValue), "order": .int(order.number), "parcel": .int(parcel.number),
            "at": .string(at.rawValue), "tote": tote.map { .string($0.text) } ?? .null,
        ]
        if let notice { object["notice"] = notice.json }
        return object
    }
}
