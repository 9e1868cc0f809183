import Domain

/// What picking says, in English.
extension PickingSentence {
    var english: String {
        switch self {
        case .freeTote(let order): "Free tote for \(order)"
        case .furtherTote(let order): "Further free tote for \(order)"
        case .anyFreeTote: "Free tote"
        case .tote(let tote): tote.text
        case .bin(let bin): bin.text
        case .take(let quantity, let sku): "\(quantity) × \(sku)"
        case .lot(let lot): "Lot \(lot)"
        case .quantity(let quantity): "\(quantity)"
        case .missing(let quantity, let sku): "\(quantity) of \(sku) not there?"
        case .station(let station): station.text
        }
    }
}

extension PickingReason {
    var english: String {
        switch self {
        case .way(let way): way.english
        case .firstExpired(let sku, let bin, let day):
            "\(sku) is taken from \(bin): first expired, first out: it expires on \(day)"
        case .nearest(let sku, let bin): "\(sku) is taken from \(bin): the nearest bin among equals"
        case .order(let order, let priority): "for order \(order), priority \(priority)"
        case .tote(let pieces, let bins, let order, let priority):
            "the tote takes \(pieces) piece\(pieces == 1 ? "" : "s") from \(bins) bin\(bins == 1 ? "" : "s")"
                + " for order \(order), priority \(priority)"
        }
    }
}
