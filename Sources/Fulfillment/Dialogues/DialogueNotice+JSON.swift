import Domain
import JSON

/// Notices as sessions keep them: a code and its facts.
extension DialogueNotice {
    /// What was written once is read for ever: data folders in use hold it.
    private enum Code: String {
        case orderCancelled = "order_cancelled"
        case orderCancelledInHand = "order_cancelled_in_hand"
        case orderCancelledInTotes = "order_cancelled_in_totes"
        case orderArchived = "order_archived"
        case parcelGoesInto = "parcel_goes_into"
        case parcelWeighed = "parcel_weighed"
        case parcelClosed = "parcel_closed"
        case parcelLabelled = "parcel_labelled"
        case parcelOpenAgain = "parcel_open_again"
        case labelVoid = "label_void"
        case pieceTakenOut = "piece_taken_out"
        case putBack = "put_back"
        case pickMoved = "pick_moved"
    }

    var json: JSONValue {
        switch self {
        case .asWritten(let text): .string(text)
        case .orderCancelled(let order): Self.written(.orderCancelled, order)
        case .orderCancelledInHand(let order): Self.written(.orderCancelledInHand, order)
        case .orderCancelledInTotes(let order): Self.written(.orderCancelledInTotes, order)
        case .orderArchived(let order): Self.written(.orderArchived, order)
        case .parcelGoesInto(let box, let parcel):
            Self.written(.parcelGoesInto, parcel, ["box": .string(box.text)])
        case .parcelWeighed(let parcel, let weightG):
            Self.written(.parcelWeighed, parcel, ["weight_g": .int(weightG)])
        case .parcelClosed(let parcel): Self.written(.parcelClosed, parcel)
        case .parcelLabelled(let parcel): Self.written(.parcelLabelled, parcel)
        case .parcelOpenAgain(let parcel): Self.written(.parcelOpenAgain, parcel)
        case .labelVoid(let parcel): Self.written(.labelVoid, parcel)
        case .pieceTakenOut(let sku, let parcel):
            Self.written(.pieceTakenOut, parcel, ["sku": .string(sku.text)])
        case .putBack(let quantity, let sku, let bin):
            .object([
                "code": .string(Code.putBack.rawValue), "qty": .int(quantity), "sku": .string(sku.text),
                "bin": .string(bin.text),
            ])
        case .pickMoved(let sku, let bin):
            .object([
                "code": .string(Code.pickMoved.rawValue), "sku": .string(sku.text), "bin": .string(bin.text),
            ])
        }
    }

    /// Reads what ``json`` wrote, and the sentences that were kept before; nil where it is neither.
    init?(json: JSONValue) {
        if let text = json.string {
            self = .asWritten(text)
            return
        }
        guard let code = json["code"]?.string.flatMap(Code.init(rawValue:)),
            let notice = Self.read(code, json)
        else { return nil }
        self = notice
    }

    private static func read(_ code: Code, _ json: JSONValue) -> DialogueNotice? {
        let order = json["order"]?.string.map { OrderID($0) }
        let parcel = json["parcel"]?.int.map { ParcelRow($0) }
        let sku = json["sku"]?.string.map { SKUID($0) }
        switch code {
        case .orderCancelled: return order.map { .orderCancelled($0) }
        case .orderCancelledInHand: return order.map { .orderCancelledInHand($0) }
        case .orderCancelledInTotes: return order.map { .orderCancelledInTotes($0) }
        case .orderArchived: return order.map { .orderArchived($0) }
        case .parcelGoesInto:
            guard let parcel, let box = json["box"]?.string else { return nil }
            return .parcelGoesInto(BoxID(box), parcel)
        case .parcelWeighed:
            guard let parcel, let weightG = json["weight_g"]?.int else { return nil }
            return .parcelWeighed(parcel, weightG: weightG)
        case .parcelClosed: return parcel.map { .parcelClosed($0) }
        case .parcelLabelled: return parcel.map { .parcelLabelled($0) }
        case .parcelOpenAgain: return parcel.map { .parcelOpenAgain($0) }
        case .labelVoid: return parcel.map { .labelVoid($0) }
        case .pieceTakenOut:
            guard let parcel, let sku else { return nil }
            return .pieceTakenOut(sku, parcel)
        case .putBack:
            guard let quantity = json["qty"]?.int, let sku, let bin = json["bin"]?.string else { return nil }
            return .putBack(quantity, of: sku, into: BinCode(bin))
        case .pickMoved:
            guard let sku, let bin = json["bin"]?.string else { return nil }
            return .pickMoved(sku, from: BinCode(bin))
        }
    }

    private static func written(_ code: Code, _ order: OrderID) -> JSONValue {
        .object(["code": .string(code.rawValue), "order": .string(order.text)])
    }

    private static func written(
        _ code: Code, _ parcel: ParcelRow, _ more: JSONObject = [:]
    ) -> JSONValue {
        var object: JSONObject = ["code": .string(code.rawValue), "parcel": .int(parcel.number)]
        for (name, value) in more.members { object[name] = value }
        return .object(object)
    }
}

extension JSONObject {
    /// What its member `notice` tells; nil where there is none, or what is there is none.
    var notice: DialogueNotice? { self["notice"].flatMap { DialogueNotice(json: $0) } }

    /// Whether its member `notice` is one, is null, or is left out.
    var mayHaveNotice: Bool {
        guard let value = self["notice"], value != .null else { return true }
        return DialogueNotice(json: value) != nil
    }
}
