import Domain
import Operations

/// What the person had begun is free for others.
extension SessionEnd: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let session = try site.session(self.session)
        if let row = try Dialogue(of: session).work.tour {
            let tour = try site.store.tours.tour(row)
            if tour.kind == .pick { _ = try site.pause(tour) } else { try site.leave(tour) }
        }
        try site.store.sessions.end(session, idle: Dialogue.idle.json, at: site.now)
        var result = Result()
        result.session = session.row
        return result
    }
}
