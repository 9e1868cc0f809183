import Domain

/// What a session is told that is in the middle of nothing, or not any more.
enum LastPrompt: Sentence {
    case nothingToDo
    /// After the last step of a walk, where `tour.next` has another one.
    case nextTourWaits
    /// A walk was left; anybody may go on with it.
    case tourPaused(TourRow)
}
