import Domain
import Operations

/// The cart is left; anybody may go on with it.
extension TourPause: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Prompt {
        try site.obey(.pause, step: step, in: session)
    }
}

extension Transaction {
    /// A picker's command, given as a method of its own.
    func obey(_ command: FloorCommand, step: Int?, in row: SessionRow) throws(Refusal) -> Prompt {
        try replyOnTour(to: Answer(command.rawValue), step: step, in: row)
    }

    /// Gives back what is left to pick of a tour.
    func pause(_ tour: Tour) throws(Refusal) -> Tour {
        let paused = try store.tours.pause(tour)
        try store.picks.unclaimAll(on: tour.row)
        try refreshStages(on: tour)
        return paused
    }
}
