import Domain
import PickRouting
import WarehouseLayout

/// Reservation's second level: which stock in which bins serves a line.
///
/// First expired, first out (or first received, by the SKU's rotation rule); among records that are equal by
/// the rule, those whose bins add least walking to the order's other picks. When the order is on a cart,
/// bins are chosen again among such equals, for the walk of the whole cart.
struct Reservation {
    struct Share {
        let line: OrderLine
        let stock: StockRecord
        let quantity: Int
    }

    /// Why a line could not be served whole.
    struct Missing {
        let line: OrderLine
        let quantity: Int
    }

    private(set) var shares: [Share] = []
    private(set) var missing: [Missing] = []
    private let layout: Layout
    private var places: [PlaceID]
    private var allotted: [StockRow: Int] = [:]

    init(layout: Layout, start: PlaceID?) {
        self.layout = layout
        places = start.map { [$0] } ?? []
    }

    /// Serves `quantity` of a line from the records that may be picked.
    ///
    /// - Complexity: O(records² · places chosen), for the few records that hold one SKU.
    mutating func serve(_ line: OrderLine, quantity: Int, rotation: Rotation, from candidates: [StockRecord]) {
        var left = quantity
        var open = candidates.filter { free($0) > 0 }
        while left > 0, let best = open.min(by: { isBetter($0, than: $1, rotation) }) {
            let share = min(left, free(best))
            shares.append(Share(line: line, stock: best, quantity: share))
            allotted[best.row, default: 0] += share
            left -= share
            if let place = layout.bin(best.key.bin.text)?.place { places.append(place) }
            open.removeAll { $0.row == best.row }
        }
        if left > 0 { missing.append(Missing(line: line, quantity: left)) }
    }

    private func free(_ stock: StockRecord) -> Int { stock.free - (allotted[stock.row] ?? 0) }

    private func isBetter(_ left: StockRecord, than right: StockRecord, _ rotation: Rotation) -> Bool {
        let (first, second) = (left.rank(by: rotation), right.rank(by: rotation))
        if first != second { return first < second }
        let (near, far) = (walk(to: left), walk(to: right))
        return near != far ? near < far : left.row < right.row
    }

    /// Millimetres to the nearest place that the order visits anyway, there and back; the most there is where
    /// no way leads there.
    private func walk(to stock: StockRecord) -> Int {
        guard let place = layout.bin(stock.key.bin.text)?.place else { return .max }
        let detours = places.compactMap { other -> Int? in
            guard let out = layout.distanceMM(from: other, to: place),
                let back = layout.distanceMM(from: place, to: other)
            else { return nil }
            return out + back
        }
        return detours.min() ?? .max
    }
}

extension StockRecord {
    /// The day that the rotation rule compares, least first: pieces that never expire go after all that do.
    func rank(by rotation: Rotation) -> Int {
        switch rotation {
        case .fefo: key.expiry?.daysSince1970 ?? Int.max
        case .fifo: receivedAt.utcDay.daysSince1970
        }
    }
}
