import Domain

/// What is said at the bench where a box is emptied, in English.
extension UnpackSentence {
    var english: String {
        switch self {
        case .intoFreeTote(let pieces): "Unpack \(pieces) pieces into a free tote"
        case .areAllIn(let tote, let pieces): "All \(pieces) pieces in \(tote)?"
        }
    }
}
