import Domain
import Operations

extension SessionList: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let found = try site.rows(
            """
            SELECT * FROM session WHERE id > ?1 AND (?2 OR ended_at IS NULL) AND (?3 IS NULL OR warehouse = ?3)
            ORDER BY id LIMIT ?4
            """, [try page.afterNumber(), all, try site.knownWarehouse(warehouse), page.rowsToRead])
        let (rows, hasMore) = page.cut(found)
        var result = Result()
        result.hasMore = hasMore
        for row in rows {
            result.sessions.append(
                Row(try Session(row), since: Instant(millisecondsSince1970: row["started_at"])))
        }
        return result
    }
}

extension SessionList.Row {
    fileprivate init(_ session: Session, since: Instant) {
        self.init()
        (self.session, badge, device) = (session.row, BadgeID(session.badge), DeviceID(session.device))
        (warehouse, isOpen, doing) = (session.warehouse, session.isOpen, session.dialogue.name)
        cart = session.cart.map { CartCode($0) }
        station = session.station.map { StationCode($0) }
        self.since = since
    }
}
