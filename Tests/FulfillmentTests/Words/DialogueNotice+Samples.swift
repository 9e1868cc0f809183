import Domain

@testable import Fulfillment

extension DialogueNotice: SampledSentence {
    enum Kind: CaseIterable, Sendable {
        case asWritten, orderCancelled, orderCancelledInHand, orderCancelledInTotes, orderArchived
        case parcelGoesInto, parcelWeighed, parcelClosed, parcelLabelled, parcelOpenAgain, labelVoid
        case pieceTakenOut, putBack, pickMoved
    }

    var kind: Kind {
        switch self {
        case .asWritten: .asWritten
        case .orderCancelled: .orderCancelled
        case .orderCancelledInHand: .orderCancelledInHand
        case .orderCancelledInTotes: .orderCancelledInTotes
        case .orderArchived: .orderArchived
        case .parcelGoesInto: .parcelGoesInto
        case .parcelWeighed: .parcelWeighed
        case .parcelClosed: .parcelClosed
        case .parcelLabelled: .parcelLabelled
        case .parcelOpenAgain: .parcelOpenAgain
        case .labelVoid: .labelVoid
        case .pieceTakenOut: .pieceTakenOut
        case .putBack: .putBack
        case .pickMoved: .pickMoved
        }
    }

    private static let order: OrderID = "WEB-2026-00012345"
    private static let sku: SKUID = "SKU-0000123456789"
    private static let parcel = ParcelRow(123_456)

    static func sample(of kind: Kind) -> (sentence: DialogueNotice, english: String) {
        switch kind {
        case .asWritten: (.asWritten("Parcel 123456 is gone"), "Parcel 123456 is gone")
        case .orderCancelled: (.orderCancelled(order), "Order WEB-2026-00012345 is cancelled")
        case .orderCancelledInHand:
            (
                .orderCancelledInHand(order),
                "Order WEB-2026-00012345 is cancelled: put back what you have in your hand"
            )
        case .orderCancelledInTotes:
            (
                .orderCancelledInTotes(order),
                "Order WEB-2026-00012345 is cancelled: its totes go back to the bins"
            )
        case .orderArchived:
            (.orderArchived(order), "Order WEB-2026-00012345 is closed and in the archive")
        case .parcelGoesInto:
            (
                .parcelGoesInto("CARTON-600x400x400", parcel),
                "Parcel 123456 goes into box CARTON-600x400x400"
            )
        case .parcelWeighed:
            (.parcelWeighed(parcel, weightG: 30_000), "Parcel 123456 was weighed: 30000 g")
        case .parcelClosed: (.parcelClosed(parcel), "Parcel 123456 was closed")
        case .parcelLabelled: (.parcelLabelled(parcel), "Parcel 123456 has its label")
        case .parcelOpenAgain: (.parcelOpenAgain(parcel), "Parcel 123456 is open again")
        case .labelVoid: (.labelVoid(parcel), "The label of parcel 123456 is void")
        case .pieceTakenOut:
            (.pieceTakenOut(sku, parcel), "1 × SKU-0000123456789 was taken out of parcel 123456")
        case .putBack:
            (
                .putBack(1_200, of: sku, into: "A-117-04-B"),
                "Put 1200 × SKU-0000123456789 back into A-117-04-B"
            )
        case .pickMoved:
            (
                .pickMoved(sku, from: "A-117-04-B"),
                "SKU-0000123456789 is not taken from A-117-04-B any more: put back what you have in your hand"
            )
        }
    }

    /// As data folders in use hold the samples: these texts stay.
    static func stored(_ kind: Kind) -> String {
        switch kind {
        case .asWritten: #""Parcel 123456 is gone""#
        case .orderCancelled: #"{"code":"order_cancelled","order":"WEB-2026-00012345"}"#
        case .orderCancelledInHand: #"{"code":"order_cancelled_in_hand","order":"WEB-2026-00012345"}"#
        case .orderCancelledInTotes: #"{"code":"order_cancelled_in_totes","order":"WEB-2026-00012345"}"#
        case .orderArchived: #"{"code":"order_archived","order":"WEB-2026-00012345"}"#
        case .parcelGoesInto: #"{"code":"parcel_goes_into","parcel":123456,"box":"CARTON-600x400x400"}"#
        case .parcelWeighed: #"{"code":"parcel_weighed","parcel":123456,"weight_g":30000}"#
        case .parcelClosed: #"{"code":"parcel_closed","parcel":123456}"#
        case .parcelLabelled: #"{"code":"parcel_labelled","parcel":123456}"#
        case .parcelOpenAgain: #"{"code":"parcel_open_again","parcel":123456}"#
        case .labelVoid: #"{"code":"label_void","parcel":123456}"#
        case .pieceTakenOut: #"{"code":"piece_taken_out","parcel":123456,"sku":"SKU-0000123456789"}"#
        case .putBack: #"{"code":"put_back","qty":1200,"sku":"SKU-0000123456789","bin":"A-117-04-B"}"#
        case .pickMoved: #"{"code":"pick_moved","sku":"SKU-0000123456789","bin":"A-117-04-B"}"#
        }
    }
}
