import Domain
public import WarehouseLayout

/// Which bins of a layout orders are picked from, and with which carts.
///
///     let reach = PickReach(layout)
///     if let obstacle = reach.obstacle(to: bin) { print(bin.address, obstacle) }     // 04-31-01 is closed
///
/// Tours begin at the first start and end at the pack station nearest to it. A bin is in reach where a cart
/// gets there from the start and on to the pack station.
public struct PickReach: Sendable {
    /// Why nobody is sent to a bin for an order.
    public enum Obstacle: Sendable, Equatable, Hashable {
        case role(BinRole)
        case closed
        /// No way that takes carts leads there and on to a pack station.
        case noWay
        /// The area is none of any cart's.
        case noCart(AreaID)
    }

    let start: Station?
    let finish: Station?
    /// The kinds of carts, in the order of the file; where the layout names none, any cart may go anywhere.
    let carts: [Cart]
    /// Whether carts get back to the start, and so from every bin in reach to every other.
    let isRound: Bool
    /// By place.
    private let isReached: [Bool]

    /// - Complexity: O(places)
    public init(_ layout: Layout) {
        carts = layout.carts
        start = layout.firstStart
        finish = start.flatMap { layout.nearestPack(to: $0.place) }
        guard let start = start?.place, let finish = finish?.place else {
            isRound = false
            isReached = Array(repeating: false, count: layout.placeCount)
            return
        }
        isRound = layout.distanceMM(from: finish, to: start) != nil
        isReached = (0..<layout.placeCount).map { index in
            let place = PlaceID(index: index)
            return layout.distanceMM(from: start, to: place) != nil
                && layout.distanceMM(from: place, to: finish) != nil
        }
    }

    /// Why no order is picked from a bin; nil where one may be.
    public func obstacle(to bin: Bin) -> Obstacle? {
        if bin.role != .pick { return .role(bin.role) }
        if bin.isClosed { return .closed }
        if !isReached[bin.place.index] { return .noWay }
        if let area = bin.area, !carts.isEmpty, !carts.contains(where: { $0.mayGo(to: area) }) {
            return .noCart(area)
        }
        return nil
    }
}

extension PickReach.Obstacle: CustomStringConvertible {
    /// As the end of a sentence that begins with the bin.
    public var description: String {
        switch self {
        case .role(let role): "is for \(role.rawValue), not for picking"
        case .closed: "is closed"
        case .noWay: "cannot be reached with a cart"
        case .noCart(let area): "lies in \(area), where no cart may go"
        }
    }
}

extension Cart {
    /// What lies in no area is open to every cart.
    func mayGo(to area: AreaID?) -> Bool {
        guard let area, let areas else { return true }
        return areas.contains(area)
    }
}
