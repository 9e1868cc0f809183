import Domain
import Operations

extension TourWhy: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Prompt {
        let session = try site.session(self.session)
        let picking = try session.onTour()
        return try site.atPrompt(of: session) { () throws(Refusal) in
            try site.check(step, of: session)
            return try site.explain(picking, of: session)
        }
    }
}

extension Transaction {
    /// The prompt again, with the reason for this bin and this way.
    func explain(_ picking: Dialogue.Picking, of session: Session) throws(Refusal) -> Prompt {
        var prompt = try prompt(session)
        let tour = try tour(picking.tour)
        var reasons = [
            "tour \(tour.row) walks \(metres(tour.lengthMM)) m from \(tour.start) to \(tour.finish)"
        ]
        if let pick = try currentPick(on: picking.tour) {
            let sku = try sku(pick.sku, of: pick.client)
            let rule =
                sku.rotation == .fefo && !pick.expiry.isEmpty
                ? "first expired, first out: it expires on \(pick.expiry)" : "the nearest bin among equals"
            reasons.append("\(pick.sku) is taken from \(pick.bin): \(rule)")
            reasons.append(
                "for order \(try order(pick.order).id), priority \(try order(pick.order).priority)")
        }
        prompt.show.why = reasons
        return prompt
    }
}

/// Metres with one decimal, for a person.
func metres(_ millimetres: Int) -> String { "\(Double((millimetres + 50) / 100) / 10)" }
