/// How long a feeder pauses before it reads its folder again.
struct FeederBackoff {
    /// Short enough for a person who waits at the printer.
    var idleMS = 200
    /// After a fault that has cost no label: no longer than who has fixed it likes to wait.
    var fault = Pauses(firstMS: 2_000, longestMS: 15_000)
    /// After a label that may be on paper or not: the next try may cost another one, and a printer that is out of
    /// order all night should cost few.
    var unclear = Pauses(firstMS: 2_000, longestMS: 600_000)

    private var faultsInARow = 0
    private var unclearInARow = 0

    /// Pauses of which each is twice as long as the one before.
    struct Pauses {
        let firstMS: Int
        let longestMS: Int

        func milliseconds(after tries: Int) -> Int { min(longestMS, firstMS << min(tries, 20)) }
    }

    init(idleMS: Int = 200) { self.idleMS = idleMS }

    /// A label has been delivered, so there is no fault any more.
    mutating func restart() { (faultsInARow, unclearInARow) = (0, 0) }

    mutating func milliseconds(after round: FeedRound) -> Int {
        switch round {
        case .allDelivered, .stopped:
            restart()
            return idleMS
        case .fault:
            defer { faultsInARow += 1 }
            return fault.milliseconds(after: faultsInARow)
        case .unclear:
            defer { unclearInARow += 1 }
            return unclear.milliseconds(after: unclearInARow)
        }
    }
}

/// How one pass over the labels that wait has ended.
enum FeedRound: Equatable {
    /// Nothing waits any more.
    case allDelivered
    /// It cannot go on; no label has been lost.
    case fault(String)
    /// A label may be on paper or not.
    case unclear(String)
    case stopped
}
