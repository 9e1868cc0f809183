import Domain

/// What many events have in common: their type and their warehouse.
struct EventKind: Hashable {
    let type: String
    let warehouse: WarehouseCode
}

/// A kind gets the next number when the first event of it is appended, in the same transaction, and keeps it for ever.
extension EventTable {
    static let kindsMax = 4_096

    private static let numberOfKind: SQL = "SELECT number FROM event_kind WHERE type = ? AND warehouse = ?"
    private static let kindByNumber: SQL = "SELECT type, warehouse FROM event_kind WHERE number = ?"
    private static let insertKind: SQL = "INSERT INTO event_kind (type, warehouse) VALUES (?, ?)"

    func number(of kind: EventKind) throws(Refusal) -> Int {
        let known = try kindNumbers.value(for: kind) { () throws(Refusal) in
            try db.int(Self.numberOfKind, kind.type, kind.warehouse)
        }
        if let known { return known }
        let row: RowID<EventKind> = try db.insert(Self.insertKind, kind.type, kind.warehouse)
        // Both go with the row, where what wrote it is taken back: its number is the next one's then.
        kindNumbers.wrote(row.number, for: kind)
        kinds.wrote(kind, for: row.number)
        return row.number
    }

    func kind(_ number: Int) throws(Refusal) -> EventKind {
        let known = try kinds.value(for: number) { () throws(Refusal) in
            try db.first(Self.kindByNumber, number) { (columns) throws(Refusal) in
                EventKind(type: try columns.text(), warehouse: try columns.id())
            }
        }
        guard let known else { throw .missingRow("event_kind", number) }
        return known
    }
}
