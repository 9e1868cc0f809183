import Domain

/// What a walk that brings pieces back asks for.
enum PutBackSentence: Sentence {
    /// To be taken along.
    case tote(ToteID)
    case bin(BinCode)
    case putBack(Int, of: SKUID)
    case quantity(Int)
    /// Whether so many pieces are really gone.
    case missing(Int, of: SKUID)
    /// Nothing is left of the walk.
    case nothingToDo
}

/// Why this way, and why this bin.
enum PutBackReason: Sentence {
    case way(TourWay)
    /// - Parameter reason: why the order was cancelled, in the words of who did it.
    case task(TaskRow, brings: Int, of: SKUID, to: BinCode, reason: String?)
}

typealias PutBackPrompt = DialoguePrompt<PutBackSentence, PutBackReason>
