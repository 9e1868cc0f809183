import Domain

/// What is said at the bench where a box is emptied, in English.
extension UnpackSentence {
    var english: String {
        switch self {
        case .intoFreeTote(let pieces): "Unpack \(pieces) piece\(pieces == 1 ? "" : "s") into a free tote"
        case .areAllIn(let tote, let pieces): pieces == 1 ? "The piece in \(tote)?" : "All \(pieces) pieces in \(tote)?"
        }
    }
}
