import JSON
import WarehouseLayout

extension Transaction {
    /// `tour.scan`: the answer to the prompt that stands: a code, a number, or one of the floor's commands.
    func scanOnTour(_ params: Params) throws(Refusal) -> JSONValue {
        let session = try session(params)
        guard case .picking(let picking) = session.dialogue else {
            throw .wrongState(
                thing: "session \(session.row)", state: session.dialogue.name, wanted: "on a tour")
        }
        let code = try params.text("code").trimmed
        let command = FloorCommand(code)
        if command == .why || command == .pause {
            return try atPrompt(of: session) { () throws(Refusal) in
                try checkStep(params, of: session)
                return try command == .why
                    ? explain(picking, step: session.step) : pause(picking, of: session)
            }
        }
        return try step(of: session) { () throws(Refusal) in
            try checkStep(params, of: session)
            if let command { return try obey(command, picking, session) }
            return try take(code, picking, session)
        }
    }

    private func obey(
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

    private func take(_ code: String, _ picking: Dialogue.Picking, _ session: Session) throws(Refusal)
        -> Session
    {
        let floor = try floor(session.warehouse)
        if picking.at == .bind { return try bindTote(code, picking, session, on: floor) }
        if picking.at == .station { return try dropTotes(at: code, picking, session, on: floor) }
        guard let pick = try currentPick(on: picking.tour) else {
            throw .wrongState(
                thing: "tour \(picking.tour)", state: "without open picks", wanted: "picks to do")
        }
        switch picking.at {
        case .bin: return try takeBin(code, pick, picking, session, on: floor)
        case .item: return try takeItem(code, pick, picking, session, on: floor)
        case .lot: return try takeLot(code, pick, picking, session)
        case .quantity: return try takeQuantity(code, pick, picking, session, on: floor)
        case .reason: return try takeReason(code, pick, picking, session)
        default: return try takeTote(code, pick, picking, session, on: floor)
        }
    }

    private func takeBin(
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

    private func takeItem(
        _ code: String, _ pick: Pick, _ picking: Dialogue.Picking, _ session: Session, on floor: Floor
    ) throws(Refusal) -> Session {
        let scan = ScanReading(code)
        guard try isItem(scan, pick.sku, of: pick.client) else {
            throw .wrongItem(expected: pick.sku.text, scanned: code, scannedIs: try whatIs(code, on: floor))
        }
        var next = picking
        next.counted = 1
        if !pick.lot.isEmpty {
            guard let lot = scan.lot else {
                next.at = .lot
                return try advance(session, to: .picking(next))
            }
            try checkLot(lot, of: pick)
        }
        next.at = pick.quantity == 1 ? .tote : .quantity
        return try advance(session, to: .picking(next))
    }

    private func takeLot(
        _ code: String, _ pick: Pick, _ picking: Dialogue.Picking, _ session: Session
    ) throws(Refusal) -> Session {
        try checkLot(ScanReading(code).lot ?? code, of: pick)
        var next = picking
        next.at = pick.quantity == 1 ? .tote : .quantity
        return try advance(session, to: .picking(next))
    }

    private func checkLot(_ lot: String, of pick: Pick) throws(Refusal) {
        guard lot == pick.lot else {
            throw .wrongLot(
                expected: pick.lot, scanned: lot, scannedIs: "another lot of \(pick.sku), or none")
        }
    }

    /// A number is the count; the item's code again is one piece more.
    private func takeQuantity(
        _ code: String, _ pick: Pick, _ picking: Dialogue.Picking, _ session: Session, on floor: Floor
    ) throws(Refusal) -> Session {
        var next = picking
        let scan = ScanReading(code)
        if try isItem(scan, pick.sku, of: pick.client) {
            if let lot = scan.lot, !pick.lot.isEmpty { try checkLot(lot, of: pick) }
            next.counted = picking.counted + 1
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

    private func takeTote(
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
        if let stock = pick.stock { try takeStock(stock, quantity: pick.quantity, reserved: pick.quantity) }
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
