public import WarehouseLayout

/// Why no tour can be planned.
public enum RoutingError: Error, Equatable, Sendable {
    /// No walk leads from one place to the other.
    case noWay(from: PlaceID, to: PlaceID)
    /// In no order can all stops be walked, or in none that was found: each has a step like this one, for
    /// which there is no way.
    case noOrder(from: PlaceID, to: PlaceID, isProven: Bool)
    /// A place that the floor does not have.
    case unknownPlace(PlaceID, placeCount: Int)
    /// A distance below zero or above `WalkProblem.distanceMax`.
    case distanceOutOfRange(Int, from: PlaceID, to: PlaceID)
    /// A row of a distance matrix that is not as long as there are rows.
    case rowLength(row: Int, length: Int, expected: Int)
    /// The policy is defined on parallel aisles between cross aisles only.
    case needsBlockFloor(RoutingPolicy)
    /// The stop that shall come first is not among the stops.
    case noSuchStop(Int, stopCount: Int)
    /// The bins offered for a line hold less than is asked.
    case notEnough(line: Int, asked: Int, offered: Int)
    /// An order that fits no cart alone.
    case orderTooLarge(Int, limit: String)
}

extension RoutingError: CustomStringConvertible {
    public var description: String { description { "place \($0.index)" } }

    /// In words, with the names that a caller has for the places.
    func description(naming name: (PlaceID) -> String) -> String {
        switch self {
        case .noWay(let from, let to):
            "no way leads from \(name(from)) to \(name(to)); open an aisle or add a walkway"
        case .noOrder(let from, let to, isProven: true):
            "in no order can all stops be walked, in the best no way leads from \(name(from)) to \(name(to)); "
                + "open an aisle, add a walkway or split the tour"
        case .noOrder(let from, let to, isProven: false):
            "no order was found in which all stops can be walked, in the best no way leads from \(name(from)) "
                + "to \(name(to)); give more effort, open an aisle or split the tour"
        case .unknownPlace(let place, let count):
            "\(name(place)) is not on this floor; places are numbered 0 to \(count - 1)"
        case .distanceOutOfRange(let distance, let from, let to):
            "the distance \(distance) from \(name(from)) to \(name(to)) is out of range; "
                + "give 0 to \(WalkProblem.distanceMax)"
        case .rowLength(let row, let length, let expected):
            "row \(row) of the matrix has \(length) numbers; give \(expected), one for each row"
        case .needsBlockFloor(let policy):
            "the policy \(policy.rawValue) needs parallel aisles between shared cross aisles; use optimal or code"
        case .noSuchStop(let stop, let count):
            "stop \(stop) is not one of the \(count) stops; stops are numbered from 0"
        case .notEnough(let line, let asked, let offered):
            "line \(line) asks for \(asked) and its bins hold \(offered); offer more bins or lower the quantity"
        case .orderTooLarge(let order, let limit):
            "order \(order) alone exceeds the cart's \(limit); raise the limit or split the order"
        }
    }
}
