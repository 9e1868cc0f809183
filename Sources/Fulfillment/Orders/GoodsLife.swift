import Domain

/// How long goods have to be good.
extension Transaction {
    /// The day through which goods have to be good for a line.
    ///
    /// The least remaining days are counted from the day on which the order is to arrive, in the warehouse's time zone;
    /// from today where nobody has said when that is, or where that day is over.
    func lastDay(ofLife minLifeDays: Int?, deliveryAt: Instant?, on floor: Floor) -> Day {
        let today = floor.day(of: now)
        let arrival = deliveryAt.map { max(today, floor.day(of: $0)) } ?? today
        return arrival.adding(days: minLifeDays ?? 0)
    }
}
