import Domain

/// Pickers whose pick at hand changes because of what a lead or a count has found in its bin.
extension Transaction {
    /// The session that walks a tour of picks, and where its dialogue stands; nil where nobody walks it.
    func pickerAtWork(on row: TourRow) throws(Refusal) -> (session: Session, state: PickingState)? {
        let tour = try store.tours.tour(row)
        guard tour.state == .started,
            let session = try tour.session.flatMap({ (row) throws(Refusal) in try store.sessions.session(row) }),
            session.isOpen, let state = try Dialogue(of: session).state as? PickingState
        else { return nil }
        return (session, state)
    }

    /// Those of these picks that pickers are led to now, or that were split from such a one; one of each tour.
    func picksAtHand(among picks: [Pick]) throws(Refusal) -> [Pick] {
        var atHand: [Pick] = []
        for pick in picks where pick.state == .claimed {
            guard let tour = pick.tour, !atHand.contains(where: { $0.tour == tour }) else { continue }
            // What is split from a pick keeps its place on the walk.
            if try store.picks.current(on: tour)?.position == pick.position { atHand.append(pick) }
        }
        return atHand
    }

    /// Asks pickers anew whose pick at hand is to be taken elsewhere, or is smaller: what was scanned for it meanwhile
    /// is refused as stale, with the prompt that stands.
    ///
    /// - Parameter picks: as they were.
    func askAnew(pickersAt picks: [Pick]) throws(Refusal) {
        for pick in picks {
            guard let tour = pick.tour, let picker = try pickerAtWork(on: tour), picker.state.at != .bind
            else { continue }
            let next = try store.picks.current(on: tour)
            let isHereStill = next?.bin == pick.bin && next?.sku == pick.sku
            if isHereStill && !picker.state.isInTheBin { continue }
            let notice = DialogueNotice.pickMoved(pick.sku, from: pick.bin)
            var state = picker.state.goingOn
            if picker.state.isInTheBin && !isHereStill { (state.notice, state.isNoticeNew) = (notice, false) }
            let (session, floor) = (picker.session, try floor(picker.session.warehouse))
            try DialogueContext(site: self, session: session, floor: floor).resume(from: state, notice: notice)
        }
    }
}
