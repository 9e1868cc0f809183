import Domain
import JSON

/// What a session is in the middle of. It is stored with the session, so that a handheld, a daemon or a
/// person may go away at any moment and the same prompt stands when they come back.
enum Dialogue: Equatable {
    case idle
    case picking(Picking)
    case packing(Packing)

    /// A walk with a cart.
    struct Picking: Equatable {
        let tour: TourRow
        var at: At
        /// The bin that was scanned last and still holds for the picks that lie in it.
        var bin: BinCode?
        /// How many pieces have been counted or keyed for the pick at hand.
        var counted = 0
        /// The order's tote is full: the tote scanned next is a further one.
        var isFull = false

        enum At: String {
            /// Binding a free tote to each order of the tour.
            case bind
            case bin, item, lot, quantity, tote
            /// Saying why fewer pieces were there than wanted.
            case reason
            /// Dropping the totes.
            case station
        }
    }

    /// A parcel at the bench.
    struct Packing: Equatable {
        let order: OrderRow
        let parcel: ParcelRow
        var at: At
        /// Pieces of the run at hand that are in the box already.
        var counted = 0

        enum At: String {
            case box, item, quantity, weight, close, label
        }
    }

    var name: String {
        switch self {
        case .idle: "idle"
        case .picking(let picking): "picking tour \(picking.tour)"
        case .packing(let packing): "packing parcel \(packing.parcel)"
        }
    }
}

extension Dialogue {
    var text: String {
        switch self {
        case .idle: #"{"at":"idle"}"#
        case .picking(let picking):
            JSONValue.object([
                "tour": .int(picking.tour.number), "at": .string(picking.at.rawValue),
                "bin": picking.bin.map { .string($0.text) } ?? .null, "counted": .int(picking.counted),
                "full": .bool(picking.isFull),
            ]).description
        case .packing(let packing):
            JSONValue.object([
                "order": .int(packing.order.number), "parcel": .int(packing.parcel.number),
                "at": .string(packing.at.rawValue), "counted": .int(packing.counted),
            ]).description
        }
    }

    /// Reads what ``text`` wrote.
    init(_ object: JSONObject, of session: SessionRow) throws(Refusal) {
        let at = object["at"]?.string ?? ""
        if let tour = object["tour"]?.int, let place = Picking.At(rawValue: at) {
            self = .picking(
                Picking(
                    tour: TourRow(tour), at: place, bin: object["bin"]?.string.map { BinCode($0) },
                    counted: object["counted"]?.int ?? 0, isFull: object["full"]?.bool ?? false))
        } else if let order = object["order"]?.int, let parcel = object["parcel"]?.int,
            let place = Packing.At(rawValue: at)
        {
            self = .packing(
                Packing(
                    order: OrderRow(order), parcel: ParcelRow(parcel), at: place,
                    counted: object["counted"]?.int ?? 0))
        } else if at == "idle" {
            self = .idle
        } else {
            throw .unreadable("session \(session): its dialogue is \(JSONValue.object(object))")
        }
    }
}
