import Domain
import Operations

extension SessionList: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let found = try site.store.sessions.list(
            isOpen: !all, warehouse: try site.knownWarehouse(warehouse), after: try page.afterRow(),
            limit: page.rows)
        let (sessions, hasMore) = page.cut(found)
        var result = Result()
        result.hasMore = hasMore
        for session in sessions { result.sessions.append(try Row(session)) }
        return result
    }
}

extension SessionList.Row {
    fileprivate init(_ session: Session) throws(Refusal) {
        self.init()
        (self.session, badge, device) = (session.row, session.badge, session.device)
        (warehouse, cart, station) = (session.warehouse, session.cart, session.station)
        (since, isOpen, doing) = (session.startedAt, session.isOpen, try Dialogue(of: session).name)
    }
}
