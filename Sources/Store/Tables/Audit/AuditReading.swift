import Domain
import JSON

/// Rows of a table in the order of a key, each read as the type that owns the table reads it.
struct AuditReading: Sendable {
    /// Gives the key of each row, then the columns that are read. Its parameters are those of ``AuditRows``.
    let text: String
    /// Before every key.
    let first: [JSONValue]
    let read: @Sendable (_ columns: inout Columns, _ compression: TextCompression) throws(Refusal) -> Void

    /// - Parameters:
    ///   - key: the columns of the key, which names the row in the breach.
    ///   - columns: what `read` reads.
    init<Value>(
        of table: String, by key: AuditKey, _ columns: String,
        read: @escaping @Sendable (inout Columns) throws(Refusal) -> Value
    ) {
        self.init(of: table, by: key, columns, expand: { (columns, _) throws(Refusal) in try read(&columns) })
    }

    /// - Parameter expand: reads a row that may hold compressed texts.
    init<Value>(
        of table: String, by key: AuditKey, _ columns: String,
        expand: @escaping @Sendable (inout Columns, TextCompression) throws(Refusal) -> Value
    ) {
        text = """
            SELECT \(key.columns), \(columns) FROM \(table) WHERE (\(key.columns)) > (\(key.parameters))
            ORDER BY \(key.columns) LIMIT ?\(key.first.count + 1)
            """
        first = key.first
        read = { (columns, compression) throws(Refusal) in _ = try expand(&columns, compression) }
    }
}

extension AuditTable {
    /// Reads some rows. One that cannot be read is a breach, and the next is read.
    ///
    /// - Throws: what the database refuses, and ``Refusal/unreadable(_:)`` for a key, after which there is no going on.
    func find(_ reading: AuditReading, after key: [JSONValue], limit: Int) throws(Refusal) -> AuditFinding {
        var finding = AuditFinding()
        let found = try db.all(text: reading.text, key.map(\.bindable) + [limit]) {
            (columns) throws(Refusal) -> (key: [JSONValue], fault: String?) in
            (key: try columns.key(like: reading.first), fault: try fault(of: reading, in: &columns))
        }
        for row in found {
            guard let fault = row.fault else { continue }
            finding.add(row.key.count > 1 ? "\(fault) (its key is \(JSONValue.array(row.key)))" : fault)
        }
        finding.rows = found.count
        if found.count == limit { finding.next = found.last?.key }
        return finding
    }

    private func fault(of reading: AuditReading, in columns: inout Columns) throws(Refusal) -> String? {
        do throws(Refusal) {
            try reading.read(&columns, db.compression)
            return nil
        } catch {
            guard case .unreadable(let text) = error else { throw error }
            return text
        }
    }
}
