public import Domain

/// The labels of the parcels under way, each for one printer.
public struct LabelTable {
    let db: Connection

    init(_ db: Connection) { self.db = db }

    private static let byRow = SQL("SELECT \(LabelJob.columns) FROM label_job WHERE id = ?")
    private static let newest: SQL = "SELECT seq FROM sqlite_sequence WHERE name = 'label_job'"
    private static let holding = SQL(
        """
        SELECT \(LabelJob.columns) FROM label_job WHERE parcel = ? AND sscc = ? AND state <> \(sql: LabelState.voided)
        ORDER BY id
        """)
    private static let ofParcel = SQL(
        "SELECT \(LabelJob.columns) FROM label_job WHERE parcel = ? ORDER BY id")
    private static let copies: SQL = "SELECT max(copy) FROM label_job WHERE sscc = ?"
    private static let voided = SQL(
        "SELECT parcel FROM label_job WHERE sscc = ? AND state = \(sql: LabelState.voided) LIMIT 1")
    private static let page = SQL(
        "SELECT \(LabelJob.columns) FROM label_job WHERE id > ? ORDER BY id LIMIT ?")

    public func label(_ row: LabelRow) throws(Refusal) -> LabelJob? {
        try db.first(Self.byRow, row, read: read)
    }

    /// The jobs of these numbers, those that there are.
    public func labels(numbered rows: [LabelRow]) throws(Refusal) -> [LabelJob] {
        var jobs: [LabelJob] = []
        for row in rows { if let job = try label(row) { jobs.append(job) } }
        return jobs
    }

    /// The number of the newest job, be it in the archive; 0 before the first.
    public func newest() throws(Refusal) -> LabelRow { LabelRow(try db.int(Self.newest) ?? 0) }

    /// The jobs that carry a parcel's number and hold, oldest first.
    public func labels(of parcel: ParcelRow, holding sscc: String) throws(Refusal) -> [LabelJob] {
        try db.all(Self.holding, parcel, sscc, read: read)
    }

    /// All jobs that a parcel ever had, oldest first.
    public func labels(of parcel: ParcelRow) throws(Refusal) -> [LabelJob] {
        try db.all(Self.ofParcel, parcel, read: read)
    }

    /// The highest copy that was made of a parcel's label; nil where there is no label yet.
    public func lastCopy(of sscc: String) throws(Refusal) -> Int? { try db.int(Self.copies, sscc) }

    /// The parcel that once had the number of a label that was voided.
    public func parcelOfVoided(_ sscc: String) throws(Refusal) -> ParcelRow? {
        try db.first(Self.voided, sscc) { (columns) throws(Refusal) in try columns.row() }
    }

    /// All jobs after a row, for reading everything in pages.
    public func labels(after row: LabelRow?, limit: Int) throws(Refusal) -> [LabelJob] {
        try db.all(Self.page, row?.number ?? 0, limit, read: read)
    }

    /// What a list of labels may be narrowed to.
    public struct Filter: Sendable, Equatable {
        public var parcel: ParcelRow?
        public var printer: PrinterName?
        public var state: LabelState?

        public init(parcel: ParcelRow? = nil, printer: PrinterName? = nil, state: LabelState? = nil) {
            self.parcel = parcel
            self.printer = printer
            self.state = state
        }
    }

    /// Jobs by number, one more than `limit` where there are more.
    ///
    /// - Complexity: linear in `limit`; those of one printer are read once for each state.
    public func list(_ filter: Filter, after row: LabelRow?, limit: Int) throws(Refusal) -> [LabelJob] {
        guard filter.parcel == nil, filter.printer != nil, filter.state == nil else {
            return try page(filter, after: row, limit: limit)
        }
        var found: [LabelJob] = []
        for state in LabelState.allCases {
            var filter = filter
            filter.state = state
            found += try page(filter, after: row, limit: limit)
        }
        return Array(found.sorted { $0.row < $1.row }.prefix(limit + 1))
    }

    private func page(_ filter: Filter, after row: LabelRow?, limit: Int) throws(Refusal) -> [LabelJob] {
        var conditions: [String] = []
        var values: [any SQLBindable] = []
        func require(_ condition: String, _ value: (any SQLBindable)?) {
            guard let value else { return }
            conditions.append(condition)
            values.append(value)
        }
        require("parcel = ?", filter.parcel)
        require("printer = ?", filter.printer)
        require("state = ?", filter.state)
        require("id > ?", row?.number ?? 0)
        let text = """
            SELECT \(LabelJob.columns) FROM label_job\(index(for: filter))
            WHERE \(conditions.joined(separator: " AND ")) ORDER BY id LIMIT ?
            """
        return try db.all(text: text, values + [limit + 1], read: read)
    }

    private func index(for filter: Filter) -> String {
        if filter.parcel != nil { return " INDEXED BY label_parcel" }
        if filter.printer != nil { return " INDEXED BY label_printer_state" }
        return filter.state == nil ? "" : " INDEXED BY label_state"
    }

    func read(_ columns: inout Columns) throws(Refusal) -> LabelJob { try LabelJob(&columns, by: db.compression) }
}

extension LabelJob {
    static let columns = """
        id, parcel, printer, template, data, sscc, copy, reason, state, outcome, queued_at, spooled_at, ended_at
        """

    init(_ columns: inout Columns, by compression: TextCompression) throws(Refusal) {
        self.init(
            row: try columns.row(), parcel: try columns.row(), printer: try columns.id(),
            template: try columns.text(),
            data: try columns.storedJSON(by: compression), sscc: try columns.optionalText(), copy: try columns.int(),
            reason: try columns.optionalText(), state: try columns.word(),
            outcome: try columns.optionalText(),
            queuedAt: try columns.instant(), spooledAt: try columns.optionalInstant(),
            endedAt: try columns.optionalInstant())
    }
}
