import Domain
import JSON
import LineProtocol
import Operations

/// Brings the rows of a file while it is read, several pages being under way at a time; the import is begun with the
/// first page, so that a small file is read whole before anything is sent.
struct ImportUpload {
    /// Rows of one page: so few that nobody waits long for it.
    static let rowsPerPageMax = 250
    /// Pages that are under way, so that neither side waits for the other.
    static let pagesUnderWayMax = 4
    /// A row that no kind of thing can be: it lacks what each must have, and has what none may have.
    static let refusedRow: JSONObject = ["unreadable": true]

    private let connect: () throws(ClientError) -> any PipelinedLine
    private let kind: ImportKind
    private var ids: CommandIDs
    /// The connection and the import that was begun on it.
    private var begun: (line: any PipelinedLine, batch: ImportRow)?
    private var page: [ImportFile.Row] = []
    private var pagesUnderWay = 0
    private var isRefused = false
    /// Rows that were given, without the one that has to be refused.
    private(set) var rows = 0

    /// - Parameter connect: opens the connection, once.
    init(_ kind: ImportKind, ids: CommandIDs, connect: @escaping () throws(ClientError) -> any PipelinedLine)
    {
        self.kind = kind
        self.ids = ids
        self.connect = connect
    }

    mutating func add(_ row: ImportFile.Row) throws(ClientError) {
        try append(row)
        rows += 1
    }

    /// Brings, the first time it is called, a row that the daemon must refuse: it then checks all rows, and none of them
    /// can ever count.
    mutating func addRefused(line: Int) throws(ClientError) {
        if isRefused { return }
        try append(ImportFile.Row(line: line, params: Self.refusedRow))
        isRefused = true
    }

    private mutating func append(_ row: ImportFile.Row) throws(ClientError) {
        // The daemon counts lines from the first row of a page: a blank or broken line ends it.
        let isNext = page.last.map { $0.line + 1 == row.line } ?? true
        if page.count == Self.rowsPerPageMax || !isNext { try sendPage() }
        page.append(row)
    }

    /// Sends what is left and commits it.
    mutating func commit() throws(ClientError) -> ImportCommit.Result {
        if !page.isEmpty { try sendPage() }
        while pagesUnderWay > 0 { try receivePage() }
        let (line, batch) = try begin()
        var commit = ImportCommit()
        commit.number = batch
        return try call(line, commit)
    }

    /// How far the commit is.
    mutating func status() throws(ClientError) -> ImportGet.Result {
        let (line, batch) = try begin()
        try line.send(ImportGet(batch))
        return try line.receive(ImportGet.self)
    }

    private mutating func sendPage() throws(ClientError) {
        let (line, batch) = try begin()
        if pagesUnderWay == Self.pagesUnderWayMax { try receivePage() }
        var rows = ImportRows()
        rows.number = batch
        rows.firstLine = page[0].line
        rows.rows = page.map(\.params)
        try line.send(rows, commandID: ids.next())
        pagesUnderWay += 1
        page.removeAll(keepingCapacity: true)
    }

    private mutating func receivePage() throws(ClientError) {
        _ = try begin().line.receive(ImportRows.self)
        pagesUnderWay -= 1
    }

    /// Begins the import, where that is not done already.
    private mutating func begin() throws(ClientError) -> (line: any PipelinedLine, batch: ImportRow) {
        if let begun { return begun }
        let line = try connect()
        var begin = ImportBegin()
        begin.kind = kind.thing
        let batch = try call(line, begin).number
        begun = (line, batch)
        return (line, batch)
    }

    private mutating func call<Asked: Operation>(
        _ line: any PipelinedLine, _ operation: Asked
    ) throws(ClientError) -> Asked.Result {
        try line.send(operation, commandID: ids.next())
        return try line.receive(Asked.self)
    }
}
