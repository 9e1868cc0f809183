public import Domain
import GRDBSQLite
public import JSON

/// The columns of the row that a statement stands at, read from left to right.
///
/// What cannot be understood is refused with the table, the row and the column: a row is never made up.
public struct Columns {
    private let statement: OpaquePointer
    private let table: String
    private var index: Int32 = -1

    init(_ statement: OpaquePointer, of table: String) {
        self.statement = statement
        self.table = table
    }

    public mutating func int() throws(Refusal) -> Int {
        guard let value = try optionalInt() else { throw unreadable("nothing") }
        return value
    }

    public mutating func optionalInt() throws(Refusal) -> Int? {
        index += 1
        switch sqlite3_column_type(statement, index) {
        case SQLITE_INTEGER: return Int(sqlite3_column_int64(statement, index))
        case SQLITE_NULL: return nil
        default: throw unreadable("no whole number")
        }
    }

    public mutating func text() throws(Refusal) -> String {
        guard let value = try optionalText() else { throw unreadable("nothing") }
        return value
    }

    public mutating func optionalText() throws(Refusal) -> String? {
        index += 1
        switch sqlite3_column_type(statement, index) {
        case SQLITE_NULL: return nil
        case SQLITE_TEXT: break
        default: throw unreadable("no text")
        }
        guard let start = sqlite3_column_text(statement, index) else { throw unreadable("no text") }
        let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, index)))
        guard let text = String(validating: bytes, as: UTF8.self) else { throw unreadable("no UTF-8") }
        return text
    }

    public mutating func blob() throws(Refusal) -> [UInt8] {
        index += 1
        guard sqlite3_column_type(statement, index) == SQLITE_BLOB else { throw unreadable("no bytes") }
        guard let start = sqlite3_column_blob(statement, index) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, index))))
    }

    /// Whether the next column holds bytes, where it may hold text as well.
    var holdsBytesNext: Bool { sqlite3_column_type(statement, index + 1) == SQLITE_BLOB }

    public mutating func flag() throws(Refusal) -> Bool {
        switch try int() {
        case 0: false
        case 1: true
        case let other: throw unreadable("\(other)")
        }
    }

    /// Passes over a column that this reader has no use for.
    public mutating func skip() { index += 1 }

    /// A refusal that names the row and the column read last.
    public func unreadable(_ found: String) -> Refusal {
        let column = sqlite3_column_name(statement, index).map { String(cString: $0) } ?? "column \(index)"
        let row = sqlite3_column_type(statement, 0) == SQLITE_INTEGER
            ? "row \(sqlite3_column_int64(statement, 0))"
            : sqlite3_column_text(statement, 0).map { "row \"\(String(cString: $0))\"" } ?? "a row"
        return .unreadable("\(table), \(row): \(column) holds \(found)")
    }
}

extension Columns {
    public mutating func id<Kind>() throws(Refusal) -> Identifier<Kind> { Identifier(try text()) }
    public mutating func optionalID<Kind>() throws(Refusal) -> Identifier<Kind>? {
        try optionalText().map { Identifier($0) }
    }
    public mutating func row<Kind>() throws(Refusal) -> RowID<Kind> { RowID(try int()) }
    public mutating func optionalRow<Kind>() throws(Refusal) -> RowID<Kind>? {
        try optionalInt().map { RowID($0) }
    }
    public mutating func instant() throws(Refusal) -> Instant { Instant(millisecondsSince1970: try int()) }
    public mutating func optionalInstant() throws(Refusal) -> Instant? {
        try optionalInt().map { Instant(millisecondsSince1970: $0) }
    }

    /// A day, or nil where "" stands for none.
    public mutating func dayOrNone() throws(Refusal) -> Day? {
        let text = try text()
        if text.isEmpty { return nil }
        guard let day = Day(text) else { throw unreadable("\"\(text)\"") }
        return day
    }

    /// One of a closed set of words.
    public mutating func word<Word: RawRepresentable>() throws(Refusal) -> Word where Word.RawValue == String {
        let text = try text()
        guard let word = Word(rawValue: text) else { throw unreadable("\"\(text)\"") }
        return word
    }

    public mutating func optionalWord<Word: RawRepresentable>() throws(Refusal) -> Word?
    where Word.RawValue == String {
        guard let text = try optionalText() else { return nil }
        guard let word = Word(rawValue: text) else { throw unreadable("\"\(text)\"") }
        return word
    }

    public mutating func json() throws(Refusal) -> JSONValue {
        let text = try text()
        guard let value = try? JSONValue(parsing: text) else { throw unreadable("no JSON") }
        return value
    }

    public mutating func object() throws(Refusal) -> JSONObject {
        guard let object = try json().object else { throw unreadable("no JSON object") }
        return object
    }
}
