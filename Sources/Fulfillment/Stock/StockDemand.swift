import Domain

/// What a line demands of the pieces that serve it: one lot or any, and how long they have to be good.
struct StockDemand: Hashable, Sendable {
    let sku: SKUID
    /// The only lot that will do; "" for any.
    let lot: String
    /// Goods that are good through this day will do, and those that never expire.
    let livingUntil: Day

    func admits(lot: String, expiry: Day?) -> Bool {
        if !self.lot.isEmpty && self.lot != lot { return false }
        guard let expiry else { return true }
        return expiry >= livingUntil
    }

    /// Whether a line that demands this is served before one that demands the other: what only some pieces can serve
    /// chooses before what more of them can.
    ///
    /// Lines that demand a lot come before those that take any, and among each those whose goods have to last longest
    /// come first. If each of them takes what expires soonest, they can all be served whenever that is possible at all.
    static func isServedFirst(_ left: StockDemand, _ right: StockDemand) -> Bool {
        if left.lot.isEmpty != right.lot.isEmpty { return right.lot.isEmpty }
        return left.livingUntil > right.livingUntil
    }
}

/// Free pieces of one SKU, by lot and expiry, of which one demand after the other takes its share.
struct FreePieces {
    private struct Kind {
        let lot: String
        let expiry: Day?
        var count: Int
    }

    /// What expires soonest comes first, what never expires last.
    private var kinds: [Kind] = []

    /// - Complexity: O(*n* log *n*) in the pieces' records.
    init(_ stock: [FreeStock]) {
        var places = FirstPlaces<LotAndExpiry>()
        for pieces in stock {
            let place = places.place(of: LotAndExpiry(lot: pieces.lot, expiry: pieces.expiry))
            if place == kinds.count {
                kinds.append(Kind(lot: pieces.lot, expiry: pieces.expiry, count: pieces.count))
            } else {
                kinds[place].count += pieces.count
            }
        }
        kinds.sort { left, right in
            (left.expiry?.daysSince1970 ?? Int.max, left.lot)
                < (right.expiry?.daysSince1970 ?? Int.max, right.lot)
        }
    }

    private struct LotAndExpiry: Hashable {
        let lot: String
        let expiry: Day?
    }

    /// The pieces that a demand may take.
    func count(for demand: StockDemand) -> Int {
        kinds.reduce(0) { $0 + (demand.admits(lot: $1.lot, expiry: $1.expiry) ? $1.count : 0) }
    }

    /// Takes pieces for a demand, as many as there are, from what expires soonest.
    mutating func take(_ count: Int, for demand: StockDemand) {
        var left = count
        for place in kinds.indices where demand.admits(lot: kinds[place].lot, expiry: kinds[place].expiry) {
            let taken = min(left, kinds[place].count)
            kinds[place].count -= taken
            left -= taken
        }
    }
}

extension Transaction {
    /// What a line demands, whose goods are to last `minLifeDays` from the day of its delivery.
    func demand(
        of sku: SKUID, lot: String, minLifeDays: Int?, deliveryAt: Instant?, on floor: Floor
    ) -> StockDemand {
        StockDemand(
            sku: sku, lot: lot,
            livingUntil: lastDay(ofLife: minLifeDays, deliveryAt: deliveryAt, on: floor))
    }
}
