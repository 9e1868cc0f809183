import Domain

/// What is asked for at the bench where a box is emptied.
enum UnpackSentence: Sentence {
    case intoFreeTote(pieces: Int)
    /// Whether all pieces are in the tote.
    case areAllIn(ToteID, pieces: Int)
}

typealias UnpackPrompt = DialoguePrompt<UnpackSentence, Never>
