public import Domain
import GRDBSQLite
import Synchronization

/// The one connection to the database: statements are prepared once, values are bound and columns are read by
/// position, and every error is a ``Refusal``.
///
/// Used from one thread at a time. Statements that scan a table which grows are refused in debug builds, so that
/// every test that prepares one fails (``QueryPlan``).
public final class Connection {
    let handle: OpaquePointer
    /// By the numbers of their texts.
    private var prepared: [Statement?] = []
    private var preparedByText: [String: Statement] = [:]
    private var observers: [any RollbackObserver] = []
    var undoLog = UndoLog()
    /// One for all tables: what it works with stays in the processor's cache.
    let compression = TextCompression()
    /// While a read is answered nothing may be written.
    public var isReading = false
    /// Where commits are written; nil where the database is in memory.
    let log: WriteAheadLog?

    init(handle: OpaquePointer, log: WriteAheadLog? = nil) {
        self.handle = handle
        self.log = log
    }

    /// The texts of all statements that were prepared, in no order: for tests that check their plans.
    var preparedTexts: [String] { prepared.compactMap { $0?.text } + preparedByText.keys }

    /// Runs a statement that gives no rows.
    ///
    /// - Returns: how many rows it changed.
    @discardableResult
    public func run(_ sql: SQL, _ values: any SQLBindable...) throws(Refusal) -> Int {
        try run(statement(sql), values)
    }

    /// Inserts a row and gives back its number.
    public func insert<Kind>(_ sql: SQL, _ values: any SQLBindable...) throws(Refusal) -> RowID<Kind> {
        _ = try run(statement(sql), values)
        return RowID(Int(sqlite3_last_insert_rowid(handle)))
    }

    /// The first row, or nil.
    public func first<Value>(
        _ sql: SQL, _ values: any SQLBindable..., read: (inout Columns) throws(Refusal) -> Value
    ) throws(Refusal) -> Value? {
        try first(statement(sql), values, read)
    }

    /// All rows, in the order that the statement asks for.
    public func all<Value>(
        _ sql: SQL, _ values: any SQLBindable..., read: (inout Columns) throws(Refusal) -> Value
    ) throws(Refusal) -> [Value] {
        try all(statement(sql), values, read)
    }

    /// The rows one after another, as long as `read` says that it wants the next.
    public func each(
        _ sql: SQL, _ values: any SQLBindable..., read: (inout Columns) throws(Refusal) -> Bool
    ) throws(Refusal) {
        try each(statement(sql), values, read)
    }

    /// All rows of a statement whose text is put together for the filters that are given.
    public func all<Value>(
        text: String, mayScan reason: String? = nil, _ values: [any SQLBindable],
        read: (inout Columns) throws(Refusal) -> Value
    ) throws(Refusal) -> [Value] {
        try all(statement(text, mayScan: reason), values, read)
    }

    /// The whole number in the first column of the first row; nil where there is no row, or nothing in it.
    public func int(_ sql: SQL, _ values: any SQLBindable...) throws(Refusal) -> Int? {
        try first(statement(sql), values) { (columns) throws(Refusal) in try columns.optionalInt() } ?? nil
    }

    /// Whether there is a row.
    public func exists(_ sql: SQL, _ values: any SQLBindable...) throws(Refusal) -> Bool {
        try first(statement(sql), values) { (_) throws(Refusal) in true } ?? false
    }

    // MARK: What is kept beside the tables

    /// Has an observer hear of every commit and rollback, as long as there is the connection.
    func observe(_ observer: any RollbackObserver) { observers.append(observer) }

    func didCommit() {
        undoLog.drop()
        for observer in observers { observer.didCommit() }
    }

    func didRollBack() { for observer in observers { observer.didRollBack() } }

    // MARK: Statements

    private func run(_ statement: Statement, _ values: [any SQLBindable]) throws(Refusal) -> Int {
        assert(!isReading || statement.isReadOnly, "a read writes: \(statement.text)")
        statement.bind(values)
        while try statement.step() {}
        statement.reset()
        return Int(sqlite3_changes(handle))
    }

    private func first<Value>(
        _ statement: Statement, _ values: [any SQLBindable], _ read: (inout Columns) throws(Refusal) -> Value
    ) throws(Refusal) -> Value? {
        statement.bind(values)
        guard try statement.step() else {
            statement.reset()
            return nil
        }
        var columns = Columns(statement.handle, of: statement.table)
        let value: Value
        do throws(Refusal) { value = try read(&columns) } catch {
            statement.reset()
            throw error
        }
        statement.reset()
        return value
    }

    private func all<Value>(
        _ statement: Statement, _ values: [any SQLBindable], _ read: (inout Columns) throws(Refusal) -> Value
    ) throws(Refusal) -> [Value] {
        statement.bind(values)
        var rows: [Value] = []
        while try statement.step() {
            var columns = Columns(statement.handle, of: statement.table)
            do throws(Refusal) { rows.append(try read(&columns)) } catch {
                statement.reset()
                throw error
            }
        }
        statement.reset()
        return rows
    }

    private func each(
        _ statement: Statement, _ values: [any SQLBindable], _ read: (inout Columns) throws(Refusal) -> Bool
    ) throws(Refusal) {
        statement.bind(values)
        var wantsNext = true
        while wantsNext, try statement.step() {
            var columns = Columns(statement.handle, of: statement.table)
            do throws(Refusal) { wantsNext = try read(&columns) } catch {
                statement.reset()
                throw error
            }
        }
        statement.reset()
    }

    private func statement(_ sql: SQL) throws(Refusal) -> Statement {
        if sql.number < prepared.count, let known = prepared[sql.number] { return known }
        let statement = try prepare(sql.text, mayScan: sql.scanReason)
        if sql.number >= prepared.count {
            prepared += repeatElement(nil, count: sql.number + 1 - prepared.count)
        }
        prepared[sql.number] = statement
        return statement
    }

    private func statement(_ text: String, mayScan reason: String?) throws(Refusal) -> Statement {
        if let known = preparedByText[text] { return known }
        let statement = try prepare(text, mayScan: reason)
        preparedByText[text] = statement
        return statement
    }

    private func prepare(_ text: String, mayScan reason: String?) throws(Refusal) -> Statement {
        #if DEBUG
            if reason == nil { try checkPlan(of: text) }
        #endif
        return try Statement(text, on: handle)
    }

    #if DEBUG
        /// The texts whose plans were checked in this process: tests open many files.
        private static let checked = Mutex<Set<String>>([])

        private func checkPlan(of text: String) throws(Refusal) {
            if Self.checked.withLock({ $0.contains(text) }) { return }
            if let scan = try QueryPlan(of: text, on: handle).scanOfGrowingTable {
                preconditionFailure("\(scan), a table that grows: \(text)")
            }
            Self.checked.withLock { _ = $0.insert(text) }
        }
    #endif
}
