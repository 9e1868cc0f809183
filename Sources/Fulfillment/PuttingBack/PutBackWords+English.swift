import Domain

/// What a walk says that brings pieces back, in English.
extension PutBackSentence {
    var english: String {
        switch self {
        case .tote(let tote): tote.text
        case .bin(let bin): bin.text
        case .putBack(let quantity, let sku): "Put back \(quantity) × \(sku)"
        case .quantity(let quantity): "\(quantity)"
        case .missing(let quantity, let sku): "\(quantity) of \(sku) are gone?"
        case .nothingToDo: LastPrompt.nothingToDo.english
        }
    }
}

extension PutBackReason {
    var english: String {
        switch self {
        case .way(let way): way.english
        case .task(let task, let quantity, let sku, let bin, let reason):
            "task \(task) brings \(quantity) × \(sku) back to \(bin)\(reason.map { ": \($0)" } ?? "")"
        }
    }
}
