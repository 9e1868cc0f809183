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

    init(parcel: Parcel) { self.init(order: parcel.order, parcel: parcel.row, at: .tote) }

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
            json.mayBeText("tote")
        else { return nil }
        self.init(
            order: OrderRow(order), parcel: ParcelRow(parcel), at: place,
            tote: json["tote"]?.string.map { ToteID($0) })
    }

    var json: JSONObject {
        [
            "kind": .string(WorkKind.unpack.rawValue), "order": .int(order.number), "parcel": .int(parcel.number),
            "at": .string(at.rawValue), "tote": tote.map { .string($0.text) } ?? .null,
        ]
    }
}
