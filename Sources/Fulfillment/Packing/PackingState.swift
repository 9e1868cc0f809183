import Domain
import JSON

/// Where the dialogue at the bench stands: at one parcel of an order.
struct PackingState: Equatable, Sendable {
    enum Place: String, CaseIterable, Sendable {
        case box, item, quantity, weight, close, label
    }

    let order: OrderRow
    let parcel: ParcelRow
    var at: Place
    /// Pieces of the run at hand that have been counted; only where their quantity is asked for.
    var counted = 0
    /// What others have changed since the prompt before, for the packer.
    var notice: DialogueNotice?
}

extension PackingState {
    /// Where a bench begins with a parcel as it stands, or goes on with it.
    ///
    /// - Parameter notice: what others did that brought it there.
    init(at parcel: Parcel, notice: DialogueNotice? = nil) {
        let place: Place =
            if parcel.state == .closed {
                .label
            } else if parcel.weightG != nil {
                .close
            } else if parcel.done == parcel.pieces {
                .weight
            } else {
                parcel.done > 0 ? .item : .box
            }
        self.init(order: parcel.order, parcel: parcel.row, at: place, notice: notice)
    }

    var work: SessionWork { SessionWork(order: order, parcel: parcel) }
}

// MARK: As it is kept with the session

extension PackingState {
    init?(json: JSONObject) {
        // Other dialogues about a parcel name their kind.
        guard json["kind"] == nil, let order = json["order"]?.int, let parcel = json["parcel"]?.int,
            let place = json["at"]?.string.flatMap(Place.init(rawValue:)), let counted = json["counted"]?.int,
            json.mayHaveNotice
        else { return nil }
        self.init(
            order: OrderRow(order), parcel: ParcelRow(parcel), at: place, counted: counted,
            notice: json.notice)
    }

    var json: JSONObject {
        var object: JSONObject = [
            "order": .int(order.number), "parcel": .int(parcel.number), "at": .string(at.rawValue),
            "counted": .int(counted),
        ]
        if let notice { object["notice"] = notice.json }
        return object
    }
}
