import Domain
import PickRouting
import WarehouseLayout

/// The picks of a tour for one SKU of one client that any of several stock records may serve: records that are equal by
/// the SKU's rotation rule, and lines that name no lot.
private struct InterchangeableStock {
    struct Need {
        let order: Order
        let line: OrderLine
        var quantity: Int
    }

    let client: ClientID
    let sku: SKUID
    let expiry: Day?
    let rank: Int
    var picks: [Pick] = []
    var needs: [Need] = []
    /// By row; what is free counts this tour's own reservations as free too.
    var records: [StockRecord] = []

    var quantity: Int { picks.reduce(0) { $0 + $1.quantity } }

    /// Whether orders may still be picked from all records that the picks are from.
    var isWhollyPickable: Bool {
        Set(picks.compactMap(\.stock)).isSubset(of: records.map(\.row))
    }
}

extension Transaction {
    /// Chooses bins anew for all orders of a cart together, where their walk becomes shorter by it.
    ///
    /// An order is released with the bins that are best for it alone; which are best for the whole cart is known only
    /// when its orders are. The rotation rule holds: pieces move only between records that are equal by it, in bins
    /// where the cart may go.
    /// - Parameter effort: of the choice, in steps of its search.
    /// - Returns: the open picks of the cart as they are then.
    func chooseBins(for loads: [CartLoad], on round: CartRound, effort: Int) throws(Refusal) -> [Pick] {
        var goods = try interchangeableStock(of: loads, on: round.floor)
        for index in goods.indices { goods[index].records = try records(for: goods[index], on: round) }
        // Of bins that have been closed since, pieces are not moved to others: these may be promised.
        goods.removeAll { $0.records.count < 2 || !$0.isWhollyPickable }
        let picks = loads.flatMap(\.picks)
        guard !goods.isEmpty, let chosen = try choice(of: goods, among: picks, on: round, effort: effort)
        else {
            return picks
        }
        let moved = Set(goods.flatMap(\.picks).map(\.row))
        var result = picks.filter { !moved.contains($0.row) }
        for (index, goods) in goods.enumerated() {
            let records = Set(chosen.picks.filter { $0.line == index }.map(\.candidate)).sorted()
            result += try move(goods, to: records.map { goods.records[$0] })
        }
        return result
    }

    private func interchangeableStock(of loads: [CartLoad], on floor: Floor) throws(Refusal)
        -> [InterchangeableStock]
    {
        var goods: [InterchangeableStock] = []
        for load in loads {
            let lines = try store.orders.lines(of: load.order.row)
            for pick in load.picks {
                guard let line = lines.first(where: { $0.line == pick.line }), line.lot.isEmpty,
                    let row = pick.stock, let stock = try store.stock.record(row)
                else { continue }
                let rank = stock.rank(by: try sku(pick.sku, of: pick.client).rotation)
                let existing = goods.firstIndex {
                    $0.client == pick.client && $0.sku == pick.sku && $0.expiry == pick.expiry
                        && $0.rank == rank
                }
                let index = existing ?? goods.count
                if existing == nil {
                    goods.append(
                        InterchangeableStock(
                            client: pick.client, sku: pick.sku, expiry: pick.expiry, rank: rank))
                }
                goods[index].picks.append(pick)
                goods[index].add(pick.quantity, for: line, of: load.order)
            }
        }
        return goods
    }

    /// The records that are equal by the goods' rotation rule, with what their own picks hold of them as free.
    private func records(for goods: InterchangeableStock, on round: CartRound) throws(Refusal)
        -> [StockRecord]
    {
        var held: [StockRow: Int] = [:]
        for pick in goods.picks { if let row = pick.stock { held[row, default: 0] += pick.quantity } }
        var records = try pickable(of: goods.sku, goods.client, on: round.floor, livingUntil: nil, lot: "")
        for row in held.keys.sorted() where !records.contains(where: { $0.row == row }) {
            guard let record = try store.stock.record(row), isPickable(record, on: round.floor) else {
                continue
            }
            records.append(record)
        }
        let rotation = try sku(goods.sku, of: goods.client).rotation
        return records.sorted { $0.row < $1.row }.filter {
            $0.key.expiry == goods.expiry && $0.rank(by: rotation) == goods.rank
                && round.cart?.mayGo(to: round.floor.layout.bin($0.key.bin.text)?.area) ?? true
        }.map { $0.without(reserved: held[$0.row] ?? 0) }
    }

    private func isPickable(_ record: StockRecord, on floor: Floor) -> Bool {
        guard record.key.status == .available, let bin = floor.layout.bin(record.key.bin.text) else {
            return false
        }
        return floor.reach.obstacle(to: bin) == nil
    }

    /// The choice for these goods that makes the walk through all picks shorter than it is; nil where none does.
    private func choice(
        of goods: [InterchangeableStock], among picks: [Pick], on round: CartRound, effort: Int
    ) throws(Refusal) -> ChosenTour? {
        let layout = round.floor.layout
        var lines: [PickLine] = []
        var classes: [Int] = []
        for goods in goods {
            let candidates = goods.records.compactMap { record in
                layout.bin(record.key.bin.text).map {
                    PickLine.Candidate(place: $0.place, available: record.free)
                }
            }
            // A bin that is not in the layout any more has no place to walk to.
            guard candidates.count == goods.records.count else { return nil }
            lines.append(PickLine(quantity: goods.quantity, candidates: candidates))
            classes += try precedenceClasses(of: goods.picks).prefix(1)
        }
        let movable = Set(goods.flatMap(\.picks).map(\.row))
        var stops: [TourStop] = []
        for (pick, precedenceClass) in zip(picks, try precedenceClasses(of: picks)) {
            guard let place = layout.bin(pick.bin.text)?.place else { return nil }
            stops.append(TourStop(place: place, precedenceClass: precedenceClass))
            if movable.contains(pick.row) { continue }
            lines.append(PickLine(quantity: 1, candidates: [.init(place: place, available: 1)]))
            classes.append(precedenceClass)
        }
        let (start, finish, planner) = (round.start.place, round.finish.place, round.floor.planner)
        do throws(RoutingError) {
            let now = try planner.plan(
                from: start, to: finish, stops: stops, effort: PlanningLimits.walkEffort)
            let chosen = try BinChoice(planner: planner).plan(lines, from: start, to: finish, effort: effort)
            // Bins are chosen without precedence; what counts is the walk with it.
            let then = try planner.plan(
                from: start, to: finish,
                stops: chosen.picks.map {
                    TourStop(
                        place: lines[$0.line].candidates[$0.candidate].place,
                        precedenceClass: classes[$0.line])
                }, effort: PlanningLimits.walkEffort)
            return then.lengthMM < now.lengthMM ? chosen : nil
        } catch { return nil }
    }

    /// Reserves the goods in these records instead of where they are, with few picks for each line.
    ///
    /// - Returns: the new picks.
    private func move(_ goods: InterchangeableStock, to records: [StockRecord]) throws(Refusal) -> [Pick] {
        for pick in goods.picks {
            if let row = pick.stock { try store.stock.unreserve(pick.quantity, in: row) }
            try store.picks.withdraw(pick)
        }
        var free = records.map(\.free)
        var picks: [Pick] = []
        // The largest first, while there are records that give it whole.
        let largestFirst = goods.needs.indices.sorted {
            (goods.needs[$1].quantity, $0) < (goods.needs[$0].quantity, $1)
        }
        for need in largestFirst.map({ goods.needs[$0] }) {
            var missing = need.quantity
            while missing > 0, let record = Self.source(of: missing, from: free) {
                let quantity = min(missing, free[record])
                picks.append(
                    try openPick(
                        .init(line: need.line, stock: records[record], quantity: quantity), of: need.order))
                missing -= quantity
                free[record] -= quantity
            }
        }
        return picks
    }

    /// The record that just suffices, or else the one that gives most; nil where nothing is left.
    private static func source(of quantity: Int, from free: [Int]) -> Int? {
        let whole = free.indices.filter { free[$0] >= quantity }.min { (free[$0], $0) < (free[$1], $1) }
        return whole ?? free.indices.filter { free[$0] > 0 }.max { (free[$0], $1) < (free[$1], $0) }
    }
}

extension InterchangeableStock {
    fileprivate mutating func add(_ quantity: Int, for line: OrderLine, of order: Order) {
        if let index = needs.firstIndex(where: { $0.order.row == order.row && $0.line.line == line.line }) {
            needs[index].quantity += quantity
        } else {
            needs.append(Need(order: order, line: line, quantity: quantity))
        }
    }
}

extension StockRecord {
    /// The record with so many of its reserved pieces released.
    fileprivate func without(reserved quantity: Int) -> StockRecord {
        StockRecord(row: row, key: key, receivedAt: receivedAt, onHand: onHand, reserved: reserved - quantity)
    }
}
