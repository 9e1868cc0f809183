import Domain
import WarehouseLayout

/// How picking's facts are read, each thing once.
extension Transaction {
    func pickingFacts(
        at state: PickingState, for answer: Answer?, on floor: Floor
    ) throws(Refusal) -> PickingFacts {
        var facts = PickingFacts(tour: try store.tours.tour(state.tour))
        try readWork(&facts, at: state)
        guard let answer else { return facts }
        if let command = answer.command(FloorCommand.self) {
            if command == .undo {
                facts.lastPicked = try lastWanted(on: state.tour)
                if facts.lastPicked == nil { facts.lastBound = try lastBound(on: state.tour) }
            }
            return facts
        }
        try read(answer, &facts, at: state, on: floor)
        return facts
    }

    /// The pick that was picked last; those of orders that are to be cancelled lie in their totes to be carried back.
    private func lastWanted(on tour: TourRow) throws(Refusal) -> Pick? {
        guard let last = try store.picks.lastPicked(on: tour), try order(last.order).isCancelRequested else {
            return try store.picks.lastPicked(on: tour)
        }
        var wanted: [Pick] = []
        for pick in try store.picks.picks(on: tour, in: .picked) where try !order(pick.order).isCancelRequested {
            wanted.append(pick)
        }
        return wanted.max { ($0.pickedAt ?? now, $0.position ?? 0) < ($1.pickedAt ?? now, $1.position ?? 0) }
    }

    /// The tote that was bound last: that of the order whose picks begin last. Nil once a bin was left for later.
    private func lastBound(on tour: TourRow) throws(Refusal) -> Tote? {
        let picks = try store.picks.picks(on: tour, in: .claimed)
        guard picks.allSatisfy({ $0.skips == 0 }) else { return nil }
        var orders: [OrderRow] = []
        for pick in picks where !orders.contains(pick.order) { orders.append(pick.order) }
        for order in orders.reversed() {
            if let tote = try store.totes.current(of: order, on: tour) { return tote }
        }
        return nil
    }

    /// What is left to do: the order that needs a tote, else the pick that comes next.
    func readWork(_ facts: inout PickingFacts, at state: PickingState) throws(Refusal) {
        (facts.orderToBind, facts.pick, facts.tote) = (nil, nil, nil)
        if state.at == .station { return }
        if state.at == .bind {
            facts.orderToBind = try store.picks.orderWithoutTote(on: state.tour)
            if facts.orderToBind != nil { return }
        }
        facts.pick = try store.picks.current(on: state.tour)
    }

    /// What an answer names, as far as it is asked for there.
    private func read(
        _ answer: Answer, _ facts: inout PickingFacts, at state: PickingState, on floor: Floor
    ) throws(Refusal) {
        switch PickingMachine.asked(at: state, knowing: facts) {
        case .bind: try readTote(answer, &facts, freeOn: floor)
        case .bin: facts.scanned.bin = floor.layout.bin(answer.scan.text)?.code
        case .item(let pick), .quantity(let pick):
            let sku = try sku(pick.sku, of: pick.client)
            facts.sku = sku
            facts.scanned.pieces = try pieces(answer.scan, of: sku)
        case .lot, .reason: break
        case .tote(let pick):
            facts.tote = try store.totes.current(of: pick.order, on: state.tour)
            try readTote(answer, &facts, freeOn: state.isFull || facts.tote == nil ? floor : nil)
        case .station:
            guard let station = floor.layout.station(answer.scan.text) else { return }
            guard station.kind == .pack || station.kind == .merge else { return }
            facts.scanned.station = StationCode(station.id.text)
        }
    }

    /// - Parameter floor: where a free tote is wanted: what else a code names that names none.
    private func readTote(
        _ answer: Answer, _ facts: inout PickingFacts, freeOn floor: Floor?
    ) throws(Refusal) {
        let isExpected = facts.tote?.id.text == answer.scan.text
        facts.scanned.tote = isExpected ? facts.tote : try tote(code: answer.scan.text)
        guard let floor, facts.scanned.tote == nil else { return }
        facts.scanned.isKnown = try !meanings(of: answer.text, on: floor).isEmpty
    }
}

// MARK: For the prompt

extension Transaction {
    /// What only the prompt shows; of what is known already nothing is read again.
    func readForPrompt(
        _ facts: inout PickingFacts, at state: PickingState, on floor: Floor
    ) throws(Refusal) {
        switch PickingMachine.asked(at: state, knowing: facts) {
        case .bind(let order): try readOrder(order, &facts)
        case .station: facts.totes = try store.totes.totes(on: state.tour).map(\.id)
        case .bin(let pick):
            try readGoods(of: pick, &facts)
            readWay(to: pick.bin, &facts, on: floor)
        case .tote(let pick):
            try readGoods(of: pick, &facts)
            if state.isFull || facts.tote != nil { return }
            facts.tote = try store.totes.current(of: pick.order, on: state.tour)
        case .item(let pick), .lot(let pick), .quantity(let pick), .reason(let pick):
            try readGoods(of: pick, &facts)
        }
    }

    private func readOrder(_ row: OrderRow, _ facts: inout PickingFacts) throws(Refusal) {
        if facts.order?.row != row { facts.order = try order(row) }
    }

    private func readGoods(of pick: Pick, _ facts: inout PickingFacts) throws(Refusal) {
        try readOrder(pick.order, &facts)
        if facts.sku?.id != pick.sku || facts.sku?.client != pick.client {
            facts.sku = try sku(pick.sku, of: pick.client)
        }
        facts.barcode = try barcodes(of: pick.sku, pick.client).first
        let unit = try store.orders.unit(of: pick.line, of: pick.order)
        facts.unit = unit == .each ? nil : unit
    }

    private func readWay(to code: BinCode, _ facts: inout PickingFacts, on floor: Floor) {
        guard let bin = floor.layout.bin(code.text) else { return }
        facts.printedName = bin.printedName
        guard let here = standing(facts.tour, on: floor) else { return }
        facts.walkMM = floor.layout.distanceMM(from: here, to: bin.place)
    }
}
