import Domain

/// What is asked for at the bench.
enum PackingSentence: Sentence {
    case takeBox(BoxID)
    case put(Int, of: SKUID)
    case quantity(Int)
    case weigh
    case close
    case label
}

typealias PackingPrompt = DialoguePrompt<PackingSentence, Never>
