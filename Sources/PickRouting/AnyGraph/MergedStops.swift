import WarehouseLayout

/// Stops that share a place and a class, as one.
struct MergedStops {
    /// In the order in which each place and class was first asked for.
    private(set) var stops: [TourStop] = []
    /// For each merged stop the indices of the stops asked for.
    private(set) var members: [[Int]] = []

    /// - Complexity: O(n)
    init(_ asked: [TourStop]) {
        var indexOfStop: [TourStop: Int] = [:]
        indexOfStop.reserveCapacity(asked.count)
        for (index, stop) in asked.enumerated() {
            if let known = indexOfStop[stop] {
                members[known].append(index)
            } else {
                indexOfStop[stop] = stops.count
                stops.append(stop)
                members.append([index])
            }
        }
    }

    /// The classes counted from 0 without gaps, one for each merged stop.
    var ranks: [Int] {
        let classes = Set(stops.map(\.precedenceClass)).sorted()
        var rankOfClass: [Int: Int] = [:]
        for (rank, value) in classes.enumerated() { rankOfClass[value] = rank }
        return stops.map { rankOfClass[$0.precedenceClass] ?? 0 }
    }
}

extension MergedStops {
    /// The order of the stops asked for that an order of merged stops stands for.
    func unfold(_ order: [Int]) -> [Int] { order.flatMap { members[$0] } }
}
