import Domain

/// What all dialogues say, in English.
extension LastPrompt {
    var english: String {
        switch self {
        case .nothingToDo: "Nothing to do here"
        case .nextTourWaits: "Done; the next tour waits"
        case .tourPaused(let tour): "Tour \(tour) paused"
        }
    }
}

extension DialogueNotice {
    var english: String {
        switch self {
        case .asWritten(let text): text
        case .orderCancelled(let order): "Order \(order) is cancelled"
        case .orderCancelledInHand(let order):
            "Order \(order) is cancelled: put back what you have in your hand"
        case .orderCancelledInTotes(let order): "Order \(order) is cancelled: its totes go back to the bins"
        case .orderArchived(let order): "Order \(order) is closed and in the archive"
        case .parcelGoesInto(let box, let parcel): "Parcel \(parcel) goes into box \(box)"
        case .parcelWeighed(let parcel, let weightG): "Parcel \(parcel) was weighed: \(weightG) g"
        case .parcelClosed(let parcel): "Parcel \(parcel) was closed"
        case .parcelLabelled(let parcel): "Parcel \(parcel) has its label"
        case .parcelOpenAgain(let parcel): "Parcel \(parcel) is open again"
        case .labelVoid(let parcel): "The label of parcel \(parcel) is void"
        case .pieceTakenOut(let sku, let parcel): "1 × \(sku) was taken out of parcel \(parcel)"
        case .putBack(let quantity, let sku, let bin): "Put \(quantity) × \(sku) back into \(bin)"
        case .pickMoved(let sku, let bin):
            "\(sku) is not taken from \(bin) any more: put back what you have in your hand"
        }
    }
}

extension TourWay {
    var english: String { "tour \(tour) walks \(metres) m from \(start) to \(finish)" }

    /// With one decimal.
    private var metres: Double { Double((lengthMM + 50) / 100) / 10 }
}
