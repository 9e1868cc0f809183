import PickRouting
import WarehouseLayout

/// Pieces that a tour may take from whichever of several records shortens its walk: one SKU of one client, all
/// equal by its rotation rule, for lines that name no lot.
private struct AlikeGoods {
    struct Need {
        let order: Order
        let line: OrderLine
        var quantity: Int
    }

    let client: ClientID
    let sku: SKUID
    let expiry: String
    let rank: Int
    var picks: [Pick] = []
    var needs: [Need] = []
    /// By row, what may be taken from each once this tour's own reservations are lifted.
    var records: [Stock] = []

    var quantity: Int { picks.reduce(0) { $0 + $1.quantity } }
}

extension Transaction {
    /// The effort of choosing the bins of one tour: about two milliseconds at most.
    private static let binEffort = 2_000

    /// Chooses bins anew for all orders of a cart together, where their walk becomes shorter by it.
    ///
    /// An order is released with the bins that suit it alone; which suit best shows when it is known with whom
    /// it shares the cart. What the rotation rule asks for stays: pieces move only between records that are its
    /// equals.
    /// - Returns: the open picks of the cart as they are then.
    func chooseBins(for loads: [CartLoad], on round: CartRound) throws(Refusal) -> [Pick] {
        var goods = try alikeGoods(of: loads, on: round.floor)
        for index in goods.indices { goods[index].records = try records(for: goods[index], on: round.floor) }
        goods.removeAll { $0.records.count < 2 }
        let picks = loads.flatMap(\.picks)
        guard !goods.isEmpty, let chosen = try choice(of: goods, among: picks, on: round) else { return picks }
        for (index, goods) in goods.enumerated() {
            try move(goods, to: chosen.picks.filter { $0.line == index })
        }
        var moved: [Pick] = []
        for load in loads { moved += try self.picks(of: load.order.row, in: .open).filter { $0.tour == nil } }
        return moved
    }

    private func alikeGoods(of loads: [CartLoad], on floor: Floor) throws(Refusal) -> [AlikeGoods] {
        var goods: [AlikeGoods] = []
        for load in loads {
            let lines = try lines(of: load.order.row)
            for pick in load.picks {
                guard let line = lines.first(where: { $0.line == pick.line }), line.lot.isEmpty,
                    let row = pick.stock, let stock = try stock(row)
                else { continue }
                let rank = stock.rank(by: try sku(pick.sku, of: pick.client).rotation)
                let known = goods.firstIndex {
                    $0.client == pick.client && $0.sku == pick.sku && $0.expiry == pick.expiry && $0.rank == rank
                }
                let index = known ?? goods.count
                if known == nil {
                    goods.append(AlikeGoods(client: pick.client, sku: pick.sku, expiry: pick.expiry, rank: rank))
                }
                goods[index].picks.append(pick)
                goods[index].add(pick.quantity, for: line, of: load.order)
            }
        }
        return goods
    }

    private func records(for goods: AlikeGoods, on floor: Floor) throws(Refusal) -> [Stock] {
        for pick in goods.picks { if let row = pick.stock { try unreserve(row, quantity: pick.quantity) } }
        let rotation = try sku(goods.sku, of: goods.client).rotation
        let records = try pickable(of: goods.sku, goods.client, on: floor, livingUntil: nil, lot: "")
            .filter { $0.key.expiry == goods.expiry && $0.rank(by: rotation) == goods.rank }
        for pick in goods.picks { if let row = pick.stock { try reserve(row, quantity: pick.quantity) } }
        return records
    }

    /// The choice for these goods that makes the walk through all picks shorter than it is; nil where none does.
    private func choice(
        of goods: [AlikeGoods], among picks: [Pick], on round: CartRound
    ) throws(Refusal) -> ChosenTour? {
        let layout = round.floor.layout
        var lines: [PickLine] = []
        for goods in goods {
            let candidates = goods.records.compactMap { record in
                layout.bin(record.key.bin.text).map { PickLine.Candidate(place: $0.place, available: record.free) }
            }
            // A bin that is not in the layout any more can be neither left nor sought.
            guard candidates.count == goods.records.count else { return nil }
            lines.append(PickLine(quantity: goods.quantity, candidates: candidates))
        }
        let movable = Set(goods.flatMap(\.picks).map(\.row))
        let places = picks.map { layout.bin($0.bin.text)?.place }
        for (pick, place) in zip(picks, places) where !movable.contains(pick.row) {
            guard let place else { return nil }
            lines.append(PickLine(quantity: 1, candidates: [.init(place: place, available: 1)]))
        }
        do throws(RoutingError) {
            let stops = places.compactMap { $0.map { TourStop(place: $0) } }
            let now = try round.floor.planner.plan(from: round.start.place, to: round.finish.place, stops: stops)
            let chosen = try BinChoice(planner: round.floor.planner)
                .plan(lines, from: round.start.place, to: round.finish.place, effort: Self.binEffort)
            return chosen.lengthMM < now.lengthMM ? chosen : nil
        } catch { throw .notConfigured("no walk through \(round.floor.warehouse): \(error)") }
    }

    /// Reserves the goods where they were chosen instead of where they are.
    private func move(_ goods: AlikeGoods, to chosen: [ChosenTour.Pick]) throws(Refusal) {
        for pick in goods.picks {
            if let row = pick.stock { try unreserve(row, quantity: pick.quantity) }
            try run("DELETE FROM pick WHERE id = ?", [pick.row])
        }
        var left = chosen.map { (stock: goods.records[$0.candidate], quantity: $0.quantity) }
        for need in goods.needs {
            var missing = need.quantity
            // A line is taken whole from one bin where one can still give it.
            if let whole = left.firstIndex(where: { $0.quantity >= missing }) { left.swapAt(whole, 0) }
            while missing > 0, let source = left.first {
                let quantity = min(missing, source.quantity)
                try openPick(.init(line: need.line, stock: source.stock, quantity: quantity), of: need.order)
                missing -= quantity
                left[0].quantity -= quantity
                if left[0].quantity == 0 { left.removeFirst() }
            }
        }
    }
}

extension AlikeGoods {
    fileprivate mutating func add(_ quantity: Int, for line: OrderLine, of order: Order) {
        if let known = needs.firstIndex(where: { $0.order.row == order.row && $0.line.line == line.line }) {
            needs[known].quantity += quantity
        } else {
            needs.append(Need(order: order, line: line, quantity: quantity))
        }
    }
}
