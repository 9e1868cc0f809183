import JSON

extension Transaction {
    /// `pack.box`: the parcel is packed in another box; what does not go into it goes into further ones.
    func changeBox(_ params: Params) throws(Refusal) -> JSONValue {
        let parcel = try parcel(params)
        let code = try params.text("box").trimmed
        guard let box = try box(ScanReading(code)) else { throw .unknownBox(code) }
        if box != parcel.box { try replan(parcel, .usesBox(box)) }
        try moveBenches(at: parcel)
        return [
            "parcel": .int(parcel.row.number), "box": .string(box.text),
            "parcels": .int(try parcels(of: parcel.order).count),
        ]
    }

    /// `pack.undo`: the piece put in last is out of the box again.
    func undoPacking(_ params: Params) throws(Refusal) -> JSONValue {
        let parcel = try parcel(params)
        let sku = try takeOut(of: parcel)
        try moveBenches(at: parcel)
        return [
            "parcel": .int(parcel.row.number), "sku": .string(sku.text), "done": .int(try piecesIn(parcel)),
            "of": .int(parcel.plan.pieces.count),
        ]
    }

    /// `pack.reopen`: a closed parcel is open again, to be weighed anew; its label, if it has one, is void.
    func reopenParcel(_ params: Params) throws(Refusal) -> JSONValue {
        let parcel = try parcel(params)
        let answer = try voidLabel(params)
        try run("UPDATE parcel SET weight_g = NULL WHERE id = ?", [parcel.row])
        try moveBenches(at: parcel)
        return answer
    }

    /// `*UNDO` at the bench: one step back.
    func undoAtBench(_ packing: Dialogue.Packing, _ parcel: Parcel) throws(Refusal) {
        switch packing.at {
        case .quantity: return
        case .box, .item, .weight: _ = try takeOut(of: parcel)
        case .close: try run("UPDATE parcel SET weight_g = NULL WHERE id = ?", [parcel.row])
        case .label:
            throw .wrongState(
                thing: "parcel \(parcel.row)", state: "closed, with a label on its way",
                wanted: "open; pack.reopen voids the label")
        }
    }

    /// Takes the last piece out of the box. Its place in the plan stays.
    private func takeOut(of parcel: Parcel) throws(Refusal) -> SKUID {
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
        guard let pick = last.map(Pick.init) else { return sku }
        if pick.state == .packed { try setPick(pick, to: .picked) }
        try run("UPDATE pick SET packed = packed - 1 WHERE id = ?", [pick.row])
        try run("UPDATE parcel SET weight_g = NULL WHERE id = ?", [parcel.row])
        try settleStage(of: parcel.order)
        return sku
    }
}
