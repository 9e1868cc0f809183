import Domain
import Operations
import WarehouseLayout

/// What orders are promised: an order that is accepted is promised pieces of each SKU, in no bin yet. When it is
/// released the pieces are reserved in bins, and the promise ends.
extension Transaction {
    /// Free pieces that may be picked: available, in bins that pickers are sent to, not expired on `day` where
    /// one is given.
    func available(
        of sku: SKUID, _ client: ClientID, on floor: Floor, livingUntil day: Day? = nil, lot: String = ""
    ) throws(Refusal) -> Int {
        try pickable(of: sku, client, on: floor, livingUntil: day, lot: lot).reduce(0) { $0 + $1.free }
    }

    /// The stock records that an order may be picked from, by row.
    func pickable(
        of sku: SKUID, _ client: ClientID, on floor: Floor, livingUntil day: Day?, lot: String
    ) throws(Refusal) -> [StockRecord] {
        try store.stock.free(of: sku, client, in: floor.warehouse).filter { stock in
            guard floor.isPicked(from: stock.key.bin) else { return false }
            if !lot.isEmpty && stock.key.lot != lot { return false }
            guard let day, let expiry = stock.key.expiry else { return true }
            return expiry >= day
        }
    }

    /// The bin that has the most free pieces that may not be picked, and why they may not, as part of a message; nil
    /// where there are none.
    func heldBack(of sku: SKUID, _ client: ClientID, on floor: Floor) throws(Refusal) -> String? {
        var most: (free: Int, sentence: String)?
        for stock in try store.stock.free(of: sku, client, in: floor.warehouse) where stock.free > most?.free ?? 0 {
            guard let bin = floor.layout.bin(stock.key.bin.text), let obstacle = floor.reach.obstacle(to: bin)
            else { continue }
            most = (stock.free, "\(stock.free) more lie in \(bin.address), which \(obstacle)")
        }
        return most?.sentence
    }

    func promised(of sku: SKUID, _ client: ClientID, in warehouse: WarehouseCode) throws(Refusal) -> Int {
        try store.promises.quantity(of: sku, client, in: warehouse)
    }

    /// The order is promised nothing any more, and no stock that comes is promised to it.
    func endPromises(of order: Order) throws(Refusal) {
        for line in try store.orders.lines(of: order.row) where line.promised > 0 {
            try store.promises.change(by: -line.promised, of: line.sku, line.client, in: order.warehouse)
        }
        try store.orders.endPromises(of: order.row)
    }

    /// After an order has given stock back: promises it to those that wait for it.
    func renewPromises(ofLinesOf order: Order) throws(Refusal) {
        let floor = try floor(order.warehouse)
        for line in try store.orders.lines(of: order.row) {
            try renewPromises(of: line.sku, line.client, on: floor)
        }
    }

    /// After stock went away: where more pieces are promised than there are, takes the promise back from as many, the
    /// order that can wait longest first. These orders are short then.
    ///
    /// - Parameters:
    ///   - reason: why the pieces are missing, a word that stands in the orders' events.
    ///   - linesMax: takes pieces from so many lines at most.
    /// - Returns: the orders that have lost some of what they were promised, one for each line.
    /// - Complexity: linear in the lines that lose pieces, however many hold promises.
    @discardableResult
    func breakPromises(
        of sku: SKUID, _ client: ClientID, on floor: Floor, reason: String, linesMax: Int = .max
    ) throws(Refusal) -> [OrderRow] {
        var orders: [OrderRow] = []
        let promised = try promised(of: sku, client, in: floor.warehouse)
        guard promised > 0 else { return [] }
        var excess = promised - (try available(of: sku, client, on: floor))
        while excess > 0, orders.count < linesMax {
            let lines = try store.orders.linesPromised(
                sku, of: client, in: floor.warehouse, limit: Self.linesRead)
            // A line that has lost all of its promise is not among the next.
            if lines.isEmpty { break }
            for line in lines where excess > 0 && orders.count < linesMax {
                let broken = min(excess, line.promised)
                excess -= broken
                try store.orders.withdrawPromise(line, broken)
                try store.promises.change(by: -broken, of: sku, client, in: floor.warehouse)
                try markShort(
                    line.order,
                    [OrderShort.Line(line: line.line, sku: line.sku, missing: broken, reason: reason)])
                orders.append(line.order)
            }
        }
        return orders
    }

    /// After stock came: promises pieces again to lines from which a promise was taken back, the most urgent order
    /// first.
    ///
    /// - Parameter linesMax: gives pieces to so many lines at most.
    /// - Returns: lines that have got some.
    /// - Complexity: linear in the lines that are served, however many wait.
    @discardableResult
    func renewPromises(
        of sku: SKUID, _ client: ClientID, on floor: Floor, linesMax: Int = .max
    ) throws(Refusal) -> Int {
        var lines = 0
        var waiting = try store.orders.linesUnpromised(
            sku, of: client, in: floor.warehouse, limit: Self.linesRead)
        guard !waiting.isEmpty else { return 0 }
        var free = try available(of: sku, client, on: floor) - promised(of: sku, client, in: floor.warehouse)
        while free > 0, lines < linesMax, !waiting.isEmpty {
            for line in waiting where free > 0 && lines < linesMax {
                lines += 1
                let renewed = min(free, line.unpromised)
                free -= renewed
                try store.orders.renewPromise(line, renewed)
                try store.promises.change(by: renewed, of: sku, client, in: floor.warehouse)
                try store.orders.clearShortWhenWhole(line.order)
            }
            waiting = try store.orders.linesUnpromised(
                sku, of: client, in: floor.warehouse, limit: Self.linesRead)
        }
        return lines
    }

    private static let linesRead = 16
}
