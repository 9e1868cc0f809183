import Domain
import Cartonization
import Operations

extension PackScan: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Prompt {
        let session = try site.session(self.session)
        let packing = try session.atBench()
        return try site.step(of: session) { () throws(Refusal) in
            try site.check(step, of: session)
            return try site.accept(code.trimmed, packing, session)
        }
    }
}

extension Transaction {
    fileprivate func accept(
        _ code: String, _ packing: Dialogue.Packing, _ session: Session
    ) throws(Refusal) -> Session {
        let floor = try floor(session.warehouse)
        let parcel = try parcel(packing.parcel)
        if let command = BenchCommand(rawValue: code.uppercased()) {
            switch command {
            case .undo: try undoAtBench(packing, parcel)
            case .full: try replan(parcel, .boxIsFull)
            }
            return try goOn(packing, session)
        }
        switch packing.at {
        case .box: try acceptBox(code, parcel, on: floor)
        case .item: return try acceptPiece(code, packing, parcel, session, on: floor)
        case .quantity: return try acceptCount(code, packing, parcel, session, on: floor)
        case .weight: try acceptWeight(code, parcel)
        case .close:
            switch code.lowercased() {
            case "yes": _ = try close(parcel, by: session.badge)
            case "no": try undoAtBench(packing, parcel)
            default:
                throw .badParams(
                    param: "code",
                    problem: "\"\(code)\" does not close the parcel; say yes, or no to weigh again")
            }
        case .label:
            try confirm(parcel, code: code, on: floor)
            return try afterLabel(packing, session)
        }
        return try goOn(packing, session)
    }

    /// The dialogue at the place that the parcel's state asks for.
    private func goOn(_ packing: Dialogue.Packing, _ session: Session) throws(Refusal) -> Session {
        var next = try place(of: try parcel(packing.parcel))
        if next.at == .box { next.at = .item }
        return try advance(session, to: .packing(next))
    }

    private func afterLabel(_ packing: Dialogue.Packing, _ session: Session) throws(Refusal) -> Session {
        guard let parcel = try openParcel(of: try order(packing.order)) else {
            return try advance(session, to: .idle)
        }
        return try advance(session, to: .packing(place(of: parcel)))
    }

    /// The box told, or another one that holds the same pieces.
    private func acceptBox(_ code: String, _ parcel: Parcel, on floor: Floor) throws(Refusal) {
        guard let id = try box(ScanReading(code)) else {
            let whatItIs = try whatIs(code, on: floor)
            guard whatItIs != "not known" else { throw .unknownBox(code) }
            throw .wrongBox(expected: parcel.box.text, scanned: code, scannedIs: whatItIs)
        }
        if id == parcel.box { return }
        do throws(Refusal) { try replan(parcel, .usesBox(id)) } catch {
            guard case .fitsNoBox(let sku, let why) = error else { throw error }
            throw .wrongBox(
                expected: parcel.box.text, scanned: id.text,
                scannedIs: "box type \(id), where \(sku) has no place: \(why)")
        }
    }

    private func acceptPiece(
        _ code: String, _ packing: Dialogue.Packing, _ parcel: Parcel, _ session: Session, on floor: Floor
    ) throws(Refusal) -> Session {
        let parcel = try following(code, parcel, on: floor)
        let run = try runAtHand(of: parcel)
        let client = try order(parcel.order).client
        let count = try pieces(ScanReading(code), of: run.sku, client) ?? 1
        guard count <= run.count else {
            throw .tooMany(expected: run.count, given: count, of: run.sku.text)
        }
        if run.count == count {
            try putIn(count, of: run, parcel)
            return try goOn(packing, session)
        }
        var next = packing
        next.at = .quantity
        next.counted = count
        return try advance(session, to: .packing(next))
    }

    /// A number is how many went in; the item's code again is one more, a case's code a case more.
    private func acceptCount(
        _ code: String, _ packing: Dialogue.Packing, _ parcel: Parcel, _ session: Session, on floor: Floor
    ) throws(Refusal) -> Session {
        let run = try runAtHand(of: parcel)
        let order = try order(parcel.order)
        var count = packing.counted
        if let more = try pieces(ScanReading(code), of: run.sku, order.client) {
            count += more
            guard count <= run.count else {
                throw .tooMany(expected: run.count, given: count, of: run.sku.text)
            }
        } else if code.count <= Limits.keyedDigitsMax, let keyed = Int(code), keyed >= 1 {
            guard keyed <= run.count else {
                throw .tooMany(expected: run.count, given: keyed, of: run.sku.text)
            }
            try putIn(keyed, of: run, parcel)
            return try goOn(packing, session)
        } else {
            try checkPiece(code, run, of: order, on: floor)
        }
        guard count == run.count else {
            var next = packing
            next.counted = count
            return try advance(session, to: .packing(next))
        }
        try putIn(count, of: run, parcel)
        return try goOn(packing, session)
    }

    private func runAtHand(of parcel: Parcel) throws(Refusal) -> PackPlan.Run {
        guard let run = parcel.plan.run(after: try piecesIn(parcel)) else {
            throw .wrongState(thing: "parcel \(parcel.row)", state: "full", wanted: "pieces to put in")
        }
        return run
    }

    /// The parcel as it is planned when this piece is the next to go in: as it stands where the piece is the
    /// one proposed, and planned anew where it is another one of the order.
    private func following(_ code: String, _ parcel: Parcel, on floor: Floor) throws(Refusal) -> Parcel {
        let run = try runAtHand(of: parcel)
        let order = try order(parcel.order)
        if try pieces(ScanReading(code), of: run.sku, order.client) != nil { return parcel }
        let left = try rows(
            """
            SELECT DISTINCT pick.sku FROM pick JOIN parcel ON parcel.id = pick.parcel
            WHERE pick.order_row = ? AND pick.packed < pick.quantity AND parcel.state = 'open' ORDER BY pick.sku
            """, [order.row])
        for row in left {
            let sku: SKUID = row["sku"]
            guard try pieces(ScanReading(code), of: sku, order.client) != nil else { continue }
            try replan(parcel, .takes(sku))
            return try self.parcel(parcel.row)
        }
        throw .wrongItem(expected: run.sku.text, scanned: code, scannedIs: try whatIs(code, on: floor))
    }

    private func checkPiece(_ code: String, _ run: PackPlan.Run, of order: Order, on floor: Floor)
        throws(Refusal)
    {
        guard try pieces(ScanReading(code), of: run.sku, order.client) != nil else {
            throw .wrongItem(expected: run.sku.text, scanned: code, scannedIs: try whatIs(code, on: floor))
        }
    }

    /// Books pieces of a run as being in the box; a pick is packed when all of it is.
    private func putIn(_ count: Int, of run: PackPlan.Run, _ parcel: Parcel) throws(Refusal) {
        var left = count
        let picks = try rows(
            "SELECT * FROM pick WHERE parcel = ? AND sku = ? AND state = 'picked' ORDER BY id",
            [parcel.row, run.sku]
        ).map(Pick.init)
        for pick in picks where left > 0 {
            let share = min(left, pick.quantity - pick.packed)
            left -= share
            try self.run("UPDATE pick SET packed = packed + ? WHERE id = ?", [share, pick.row])
            if pick.packed + share == pick.quantity { try setPick(pick, to: .packed) }
        }
    }

    /// Grams as the scale gives them: `1160` or `1160g`.
    private func acceptWeight(_ code: String, _ parcel: Parcel) throws(Refusal) {
        let digits = code.lowercased().hasSuffix("g") ? String(code.dropLast()).trimmed : code
        guard digits.count <= 9, let weight = Int(digits), weight > 0 else {
            throw .badParams(param: "code", problem: "\"\(code)\" is not a weight in grams such as 1160")
        }
        try weigh(parcel, weightG: weight)
    }
}

/// What a packer says instead of scanning.
enum BenchCommand: String {
    case undo = "*UNDO"
    case full = "*FULL"
}
