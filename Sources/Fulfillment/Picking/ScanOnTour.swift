import Domain
import Operations
import WarehouseLayout

/// The answer to the prompt that stands: a code, a number, or one of the floor's commands.
extension TourScan: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Prompt {
        let session = try site.session(self.session)
        let picking = try session.onTour()
        let code = self.code.trimmed
        let command = FloorCommand(code)
        return try site.atPrompt(of: session) { () throws(Refusal) in
            try site.check(step, of: session)
            switch command {
            case .why: return try site.explain(picking, of: session)
            case .pause: return try site.pause(picking, of: session)
            case let command?: return try site.prompt(try site.obey(command, picking, session))
            case nil: return try site.prompt(try site.accept(code, picking, session))
            }
        }
    }
}

extension Transaction {
    fileprivate func obey(
        _ command: FloorCommand, _ picking: Dialogue.Picking, _ session: Session
    ) throws(Refusal) -> Session {
        switch command {
        case .skip: return try skip(picking, session)
        case .short: return try beginShort(picking, session)
        case .full: return try beginFull(picking, session)
        case .undo: return try undoPick(picking, session)
        case .why, .pause: return session
        }
    }

    fileprivate func accept(
        _ code: String, _ picking: Dialogue.Picking, _ session: Session
    ) throws(Refusal) -> Session {
        let floor = try floor(session.warehouse)
        if picking.at == .bind { return try bindTote(code, picking, session, on: floor) }
        if picking.at == .station { return try dropTotes(at: code, picking, session, on: floor) }
        guard let pick = try currentPick(on: picking.tour) else {
            throw .wrongState(
                thing: "tour \(picking.tour)", state: "without open picks", wanted: "picks to do")
        }
        switch picking.at {
        case .bin: return try acceptBin(code, pick, picking, session, on: floor)
        case .item: return try acceptItem(code, pick, picking, session, on: floor)
        case .lot: return try acceptLot(code, pick, picking, session)
        case .quantity: return try acceptQuantity(code, pick, picking, session, on: floor)
        case .reason: return try acceptReason(code, pick, picking, session)
        default: return try acceptTote(code, pick, picking, session, on: floor)
        }
    }

    private func acceptBin(
        _ code: String, _ pick: Pick, _ picking: Dialogue.Picking, _ session: Session, on floor: Floor
    ) throws(Refusal) -> Session {
        guard let bin = floor.layout.bin(code), bin.code == pick.bin else {
            throw .wrongBin(expected: pick.bin.text, scanned: code, scannedIs: try whatIs(code, on: floor))
        }
        try arrive(at: bin, on: picking.tour, of: floor)
        var next = picking
        next.bin = pick.bin
        next.at = .item
        return try advance(session, to: .picking(next))
    }

    private func acceptItem(
        _ code: String, _ pick: Pick, _ picking: Dialogue.Picking, _ session: Session, on floor: Floor
    ) throws(Refusal) -> Session {
        let scan = ScanReading(code)
        let pieces = try pieces(scan, of: pick, code, on: floor)
        var next = picking
        next.counted = pieces
        if !pick.lot.isEmpty {
            guard let lot = scan.lot else {
                next.at = .lot
                return try advance(session, to: .picking(next))
            }
            try checkLot(lot, of: pick)
        }
        next.at = pick.quantity == pieces ? .tote : .quantity
        return try advance(session, to: .picking(next))
    }

    /// How many pieces a scan of the item counts.
    private func pieces(
        _ scan: ScanReading, of pick: Pick, _ code: String, on floor: Floor, beside counted: Int = 0
    ) throws(Refusal) -> Int {
        guard let pieces = try pieces(scan, of: pick.sku, pick.client) else {
            throw .wrongItem(expected: pick.sku.text, scanned: code, scannedIs: try whatIs(code, on: floor))
        }
        guard counted + pieces <= pick.quantity else {
            throw .tooMany(expected: pick.quantity, given: counted + pieces, of: pick.sku.text)
        }
        return pieces
    }

    private func acceptLot(
        _ code: String, _ pick: Pick, _ picking: Dialogue.Picking, _ session: Session
    ) throws(Refusal) -> Session {
        try checkLot(ScanReading(code).lot ?? code, of: pick)
        var next = picking
        next.at = pick.quantity == picking.counted ? .tote : .quantity
        return try advance(session, to: .picking(next))
    }

    private func checkLot(_ lot: String, of pick: Pick) throws(Refusal) {
        guard lot == pick.lot else {
            throw .wrongLot(
                expected: pick.lot, scanned: lot, scannedIs: "another lot of \(pick.sku), or none")
        }
    }

    /// A number is the count of all; the item's code again is one piece more, a case's code a case more.
    private func acceptQuantity(
        _ code: String, _ pick: Pick, _ picking: Dialogue.Picking, _ session: Session, on floor: Floor
    ) throws(Refusal) -> Session {
        var next = picking
        let scan = ScanReading(code)
        if try pieces(scan, of: pick.sku, pick.client) != nil {
            if let lot = scan.lot, !pick.lot.isEmpty { try checkLot(lot, of: pick) }
            next.counted =
                picking.counted + (try pieces(scan, of: pick, code, on: floor, beside: picking.counted))
            next.at = next.counted == pick.quantity ? .tote : .quantity
        } else if code.count <= Limits.keyedDigitsMax, let keyed = Int(code), keyed >= 0 {
            guard keyed <= pick.quantity else {
                throw .tooMany(expected: pick.quantity, given: keyed, of: pick.sku.text)
            }
            next.counted = keyed
            next.at = keyed < pick.quantity ? .reason : .tote
        } else {
            throw .wrongItem(expected: pick.sku.text, scanned: code, scannedIs: try whatIs(code, on: floor))
        }
        return try advance(session, to: .picking(next))
    }

    private func acceptTote(
        _ code: String, _ pick: Pick, _ picking: Dialogue.Picking, _ session: Session, on floor: Floor
    ) throws(Refusal) -> Session {
        if picking.isFull { return try bindFurtherTote(code, pick, picking, session, on: floor) }
        guard let tote = try currentTote(of: pick.order, on: picking.tour), tote.id == (try toteID(code))
        else {
            let expected = try currentTote(of: pick.order, on: picking.tour)?.id.text ?? "a free tote"
            throw .wrongTote(expected: expected, scanned: code, scannedIs: try whatIs(code, on: floor))
        }
        try complete(pick, into: tote, by: session)
        return try goOn(picking, session)
    }

    /// The pieces are in the tote: off the bin's stock and its reservation.
    private func complete(_ pick: Pick, into tote: Tote, by session: Session) throws(Refusal) {
        try setPick(pick, to: .picked)
        try run(
            "UPDATE pick SET tote = ?, picked_by = ?, picked_at = ? WHERE id = ?",
            [tote.id, session.badge, now.millisecondsSince1970, pick.row])
        guard let row = pick.stock, let stock = try stock(row) else { return }
        try removeStock(row, quantity: pick.quantity, reserved: pick.quantity)
        try emitStockChange(
            stock.key, by: -pick.quantity, onHand: stock.onHand - pick.quantity, reason: "pick")
    }

    /// The next pick, or the drop after the last one.
    func goOn(_ picking: Dialogue.Picking, _ session: Session) throws(Refusal) -> Session {
        var next = picking
        next.counted = 0
        next.isFull = false
        let pick = try currentPick(on: picking.tour)
        next.at = pick == nil ? .station : pick?.bin == picking.bin ? .item : .bin
        return try advance(session, to: .picking(next))
    }
}

/// What a picker may say instead of scanning.
enum FloorCommand: String {
    case skip = "*SKIP"
    case short = "*SHORT"
    case full = "*FULL"
    case undo = "*UNDO"
    case why = "*WHY"
    case pause = "*PAUSE"

    init?(_ code: String) { self.init(rawValue: code.uppercased()) }
}

extension String {
    /// Without white space at either end, as scanners and fingers add it.
    var trimmed: String {
        var text = Substring(self)
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
