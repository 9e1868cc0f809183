import Domain
import Operations
import WarehouseLayout

/// This bin is left for later; the rest of the walk is planned anew from here.
extension TourSkip: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Prompt {
        let session = try site.session(self.session)
        let picking = try session.onTour()
        return try site.step(of: session) { () throws(Refusal) in
            try site.check(step, of: session)
            return try site.skip(picking, session)
        }
    }
}

extension Transaction {
    func skip(_ picking: Dialogue.Picking, _ session: Session) throws(Refusal) -> Session {
        guard picking.at == .bin || picking.at == .item, let pick = try currentPick(on: picking.tour) else {
            throw .wrongState(
                thing: "the prompt", state: picking.at.rawValue, wanted: "bin or item; say *SKIP there")
        }
        try postpone(pick.bin, on: picking.tour)
        try walkOn(picking.tour, on: try floor(session.warehouse))
        return try goOn(picking, session)
    }

    /// A skipped bin comes after all that were not, and among those skipped as the walk is shortest; skipped
    /// again, because the others were as well, it comes after them.
    private func postpone(_ bin: BinCode, on tour: TourRow) throws(Refusal) {
        let others = try picks(on: tour, in: .claimed).filter { $0.bin != bin }
        guard let least = others.map(\.skips).min() else { return }
        try run(
            "UPDATE pick SET skips = ?, position = NULL WHERE tour = ? AND state = 'claimed' AND bin = ?",
            [least + 1, tour, bin])
    }
}
