/// What a picker may say instead of scanning.
enum FloorCommand: String, CaseIterable {
    case skip = "*SKIP"
    case short = "*SHORT"
    case full = "*FULL"
    case undo = "*UNDO"
    case why = "*WHY"
    case pause = "*PAUSE"
}
