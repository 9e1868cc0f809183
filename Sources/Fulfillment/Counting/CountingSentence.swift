import Domain

/// What a walk from count to count asks for.
enum CountingSentence: Sentence {
    case bin(BinCode)
    /// The count before found a large difference.
    case binAgain(BinCode)
    /// Of this SKU alone.
    case count(SKUID)
    case whatLiesHere
    /// After something was counted in the bin.
    case whatElse
    case whichLot
    case whichExpiry
    case howMany(SKUID)
    /// Some of the same goods were counted before.
    case howManyMore(SKUID)
    case nothingElse
    /// Somebody else has counted what was left.
    case allCounted
}

/// Why this way, and why this bin.
enum CountingReason: Sentence {
    case way(TourWay)
    /// - Parameter reason: why it is to be counted: a word of the rules, or the words of who asked for it.
    case task(TaskRow, priority: Int, reason: String?)
    case countedAgain(SKUID)
}

typealias CountingPrompt = DialoguePrompt<CountingSentence, CountingReason>
