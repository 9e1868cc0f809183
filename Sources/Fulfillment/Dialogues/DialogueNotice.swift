import Domain

/// What has changed since the prompt before, mostly because of what somebody else did; told at the prompt after it.
enum DialogueNotice: Sentence {
    /// As it was kept before notices were kept with their facts.
    case asWritten(String)

    case orderCancelled(OrderID)
    /// The same, told to a picker who has taken pieces out of the bin for it.
    case orderCancelledInHand(OrderID)
    /// The same at the bench, where nothing of it has to be unpacked.
    case orderCancelledInTotes(OrderID)
    case orderArchived(OrderID)

    case parcelGoesInto(BoxID, ParcelRow)
    case parcelWeighed(ParcelRow, weightG: Int)
    case parcelClosed(ParcelRow)
    case parcelLabelled(ParcelRow)
    case parcelOpenAgain(ParcelRow)
    case labelVoid(ParcelRow)
    case pieceTakenOut(SKUID, ParcelRow)

    /// What the person has to do who took a pick back.
    case putBack(Int, of: SKUID, into: BinCode)
    /// Told to a picker who stands before the pieces, or has them in hand: they are not to be taken there any more, by
    /// what a lead or a count found.
    case pickMoved(SKUID, from: BinCode)
}

extension DialogueNotice {
    /// Whether the person has something to do because of it: it stays until the next answer, whatever else happens.
    var isInstruction: Bool {
        switch self {
        case .orderCancelledInHand, .putBack, .pickMoved: true
        case .asWritten, .orderCancelled, .orderCancelledInTotes, .orderArchived: false
        case .parcelGoesInto, .parcelWeighed, .parcelClosed, .parcelLabelled, .parcelOpenAgain: false
        case .labelVoid, .pieceTakenOut: false
        }
    }
}
