/// How long history is kept, in days.
public struct Retention: Sendable, Equatable {
    /// Answers to changes, for a repeat of them.
    public var commandsDays = 8
    /// Events; those that a consumer has yet to deal with are kept longer.
    public var eventsDays = 30
    /// A consumer that is not heard of for so long is forgotten.
    public var consumersDays = 90
    /// From handover to the moment at which an order that nobody called delivered counts as closed.
    public var inTransitDays = 30
    /// Closed orders in the archive; tours, tasks, sessions and imports that are over.
    public var ordersDays = 400

    /// Tours, tasks, sessions and imports that are over. Not before the orders that name them go into the archive.
    var endedWorkDays: Int { max(ordersDays, inTransitDays) }

    public init() {}
}
