import Domain

/// How long goods have to be good.
extension Transaction {
    /// The day through which goods have to be good for a line.
    func lastDay(ofLife minLifeDays: Int?, deliveryAt: Instant?, on floor: Floor) -> Day {
        dayOfArrival(deliveryAt, on: floor).adding(days: minLifeDays ?? 0)
    }

    /// The day from which the least remaining days are counted: that on which the order is to arrive, in the
    /// warehouse's time zone; today where nobody has said when that is, or where that day is over.
    func dayOfArrival(_ deliveryAt: Instant?, on floor: Floor) -> Day {
        let today = floor.day(of: now)
        return deliveryAt.map { max(today, floor.day(of: $0)) } ?? today
    }
}
