import Domain

/// What is said at the bench, in English.
extension PackingSentence {
    var english: String {
        switch self {
        case .takeBox(let box): "Take box \(box)"
        case .put(let quantity, let sku): "\(quantity) × \(sku)"
        case .quantity(let quantity): "\(quantity)"
        case .weigh: "Weigh the box"
        case .close: "Close the parcel?"
        case .label: "Scan the label on the box"
        }
    }
}
