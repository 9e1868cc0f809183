import Domain
import Operations

/// What does not go into the other box goes into further ones.
extension PackBox: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let parcel = try site.parcel(code: self.parcel)
        let code = self.box.trimmed
        guard let box = try site.box(ScanReading(code)) else { throw .unknownBox(code) }
        if box != parcel.box { try site.replan(parcel, .usesBox(box)) }
        try site.moveBenches(at: parcel)
        var result = Result()
        (result.parcel, result.box) = (parcel.row, box)
        result.parcels = try site.parcels(of: parcel.order).count
        return result
    }
}

/// The piece put in last is out of the box again.
extension PackUndo: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let parcel = try site.parcel(code: self.parcel)
        var result = Result()
        (result.parcel, result.sku) = (parcel.row, try site.removePiece(from: parcel))
        try site.moveBenches(at: parcel)
        (result.done, result.of) = (try site.piecesIn(parcel), parcel.plan.pieces.count)
        return result
    }
}

/// A closed parcel is open again, to be weighed anew; its label, if it has one, is void.
extension PackReopen: Rule {
    func decide(in site: Transaction) throws(Refusal) -> VoidedLabels {
        let parcel = try site.parcel(code: self.parcel)
        let result = try site.voidLabel(of: parcel, reason: reason)
        try site.run("UPDATE parcel SET weight_g = NULL WHERE id = ?", [parcel.row])
        try site.moveBenches(at: parcel)
        return result
    }
}

extension Transaction {
    /// `*UNDO` at the bench: one step back.
    func undoAtBench(_ packing: Dialogue.Packing, _ parcel: Parcel) throws(Refusal) {
        switch packing.at {
        case .quantity: return
        case .box, .item, .weight: _ = try removePiece(from: parcel)
        case .close: try run("UPDATE parcel SET weight_g = NULL WHERE id = ?", [parcel.row])
        case .label:
            throw .wrongState(
                thing: "parcel \(parcel.row)", state: "closed, with a label on its way",
                wanted: "open; pack.reopen voids the label")
        }
    }

    /// Removes the last piece from the box. Its place in the plan stays.
    fileprivate func removePiece(from parcel: Parcel) throws(Refusal) -> SKUID {
        guard parcel.state == .open else {
            throw .wrongState(
                thing: "parcel \(parcel.row)", state: parcel.state.rawValue, wanted: "open; reopen it")
        }
        let done = try piecesIn(parcel)
        guard done > 0, parcel.plan.pieces.indices.contains(done - 1) else {
            throw .wrongState(thing: "box \(parcel.box)", state: "empty", wanted: "with something in it")
        }
        let sku = parcel.plan.pieces[done - 1].sku
        let last = try row(
            "SELECT * FROM pick WHERE parcel = ? AND sku = ? AND packed > 0 ORDER BY id DESC LIMIT 1",
            [parcel.row, sku])
        guard let pick = try pick(last) else { return sku }
        if pick.state == .packed { try setPick(pick, to: .picked) }
        try run("UPDATE pick SET packed = packed - 1 WHERE id = ?", [pick.row])
        try run("UPDATE parcel SET weight_g = NULL WHERE id = ?", [parcel.row])
        try renewStage(of: parcel.order)
        return sku
    }
}
