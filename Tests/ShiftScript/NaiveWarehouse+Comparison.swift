import JSON

/// Where the house says something else.
extension NaiveWarehouse {
    func differences(from house: any House) throws -> [String] {
        let listed = try house.read("order.list", ["limit": 500])["orders"]?.array ?? []
        return faults + (try differencesOfStock(house)) + (try differencesOfAvailable(house, listed))
            + differencesOfOrders(listed) + (try differencesOfParcels(house))
            + (try differencesOfTotes(house))
    }

    private func differencesOfStock(_ house: any House) throws -> [String] {
        var books: [String: Int] = [:]
        for row in try house.read("stock.list", ["limit": 500])["stock"]?.array ?? [] {
            let record = "\(row["bin"]?.string ?? ""): \(Kind(row)), \(row["status"]?.string ?? "")"
            books[record, default: 0] += row["on_hand"]?.int ?? 0
        }
        var known: [String: Int] = [:]
        for (bin, kinds) in shelves {
            for (kind, quantity) in kinds { known["\(bin): \(kind), available"] = quantity }
        }
        for (bin, kinds) in missed {
            for (kind, quantity) in kinds { known["\(bin): \(kind), hold"] = quantity }
        }
        return compare("pieces", known, books)
    }

    /// What nobody needs is available, as long as no order waits for more than there is.
    private func differencesOfAvailable(_ house: any House, _ listed: [JSONValue]) throws -> [String] {
        let short = listed.filter { $0["flags"]?.array?.contains("short") ?? false }.compactMap {
            orders[$0["order_id"]?.string ?? ""]
        }
        var (known, told): ([String: Int], [String: Int]) = ([:], [:])
        for sku in ShiftGoods.skus {
            let answer = try house.read("stock.available", ["warehouse": "WH-NY", "sku": .string(sku)])
            known["\(sku) on hand"] = onHand(sku) + missedPieces(sku)
            told["\(sku) on hand"] = answer["on_hand"]?.int
            if short.contains(where: { !$0.isOnBench && $0.wanted[sku] != nil }) { continue }
            let needed = orders.values.reduce(0) { $0 + $1.stillNeeded(sku) }
            known[sku] = max(0, onHand(sku) - needed)
            told[sku] = answer["available"]?.int
        }
        return compare("available", known, told)
    }

    private func differencesOfOrders(_ listed: [JSONValue]) -> [String] {
        var differences: [String] = []
        var missing = Set(orders.keys)
        for row in listed {
            let id = row["order_id"]?.string ?? ""
            missing.remove(id)
            guard let order = orders[id] else {
                differences.append("order \(id) was never sent")
                continue
            }
            let stage = row["stage"]?.string ?? ""
            if !order.stages.contains(stage) {
                differences.append("order \(id) is \(stage), not \(order.stages)")
            }
            let flags = (row["flags"]?.array ?? []).compactMap(\.string).filter {
                $0 != "short" && $0 != "late"
            }
            let known = (order.isHeld ? ["held"] : []) + (order.isCancelRequested ? ["cancel_requested"] : [])
            if flags != known { differences.append("order \(id) is \(flags), not \(known)") }
        }
        for id in missing.sorted() where orders[id]?.isOver == false {
            differences.append("order \(id) is not listed")
        }
        if missing.count != archived {
            differences.append("\(missing.count) are not listed, \(archived) were archived")
        }
        return differences
    }

    private func differencesOfParcels(_ house: any House) throws -> [String] {
        var told: [String: String] = [:]
        for row in try house.read("parcel.list", ["limit": 500])["parcels"]?.array ?? [] {
            let (state, sscc) = (row["state"]?.string ?? "", row["sscc"]?.string ?? "-")
            if state == "voided" { continue }
            told["\(row["order_id"]?.string ?? "") \(row["parcel"]?.int ?? 0)"] = "\(state) \(sscc)"
        }
        var differences: [String] = []
        for (id, order) in orders {
            for (number, box) in order.boxes {
                let state = told.removeValue(forKey: "\(id) \(number)")
                if box.pieces == 0 && box.state == "open" { continue }
                if state != "\(box.state) \(box.sscc ?? "-")" {
                    differences.append("parcel \(number) of \(id) is \(state ?? "none"), not \(box.state)")
                }
            }
        }
        // What nobody has been asked for yet is open.
        for (parcel, state) in told where state != "open -" {
            differences.append("parcel \(parcel) is \(state)")
        }
        return differences.sorted()
    }

    /// Pieces in totes are in totes that are their order's, and no others are.
    private func differencesOfTotes(_ house: any House) throws -> [String] {
        var differences: [String] = []
        var holding: Set<String> = []
        for row in try house.read("tote.list", ["limit": 500])["totes"]?.array ?? [] {
            guard let id = row["order_id"]?.string else {
                if row["state"] != "free" { differences.append("tote \(row) is nobody's") }
                continue
            }
            holding.insert(id)
            if orders[id].map({ $0.isOver || $0.isPacked }) ?? true {
                differences.append("tote \(row) is not needed")
            }
        }
        for (id, order) in orders where order.piecesInTotes + order.piecesOnCarts > 0 && !holding.contains(id)
        {
            differences.append("order \(id) has pieces in no tote")
        }
        return differences.sorted()
    }

    private func compare(_ what: String, _ known: [String: Int], _ told: [String: Int]) -> [String] {
        Set(known.keys).union(told.keys).sorted().compactMap { key in
            known[key] == told[key]
                ? nil
                : "\(what), \(key): \(told[key].map { "\($0)" } ?? "none"), not \(known[key].map { "\($0)" } ?? "none")"
        }
    }
}

extension NaiveOrder {
    /// Pieces of a SKU that are still to be taken from their bins.
    fileprivate func stillNeeded(_ sku: String) -> Int {
        if isCancelled || isCancelRequested || isOnBench { return 0 }
        return max(0, (wanted[sku] ?? 0) - pieces(of: sku))
    }

    /// Where it may stand, as far as a sheet of paper tells: whether somebody has begun to walk does not stand there.
    fileprivate var stages: [String] {
        if isCancelled { return ["cancelled"] }
        if isCancelRequested { return isOnBench ? ["packing"] : piecesOnCarts > 0 ? ["picking"] : ["picked"] }
        if !isReleased { return mayBeReleased ? ["accepted", "released", "picking"] : ["accepted"] }
        if isOnBench { return isGone ? ["in_transit"] : isPacked ? ["packed"] : ["packing"] }
        if piecesOnCarts > 0 { return ["picking"] }
        if piecesInTotes == 0 { return ["released", "picking"] }
        if piecesInTotes == wanted.values.reduce(0, +) { return ["picked"] }
        return shipsShort ? ["picking", "picked"] : ["picking"]
    }
}
