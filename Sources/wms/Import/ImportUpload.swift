import JSON
import LineProtocol

/// A connection on which further requests are sent before the first is answered.
protocol PipelinedLine: AnyObject {
    func send(_ method: String, _ params: JSONObject) throws(ClientError)
    func receive() throws(ClientError) -> JSONValue
}

extension LineClient: PipelinedLine {}

/// Brings the rows of a file while it is read, several pages being under way at a time; the import is begun with the
/// first page, so that a small file is read whole before anything is sent.
struct ImportUpload {
    /// Rows of one page: so few that nobody waits long for it.
    static let rowsPerPageMax = 250
    /// Pages that are under way, so that neither side waits for the other.
    static let pagesUnderWayMax = 4

    private let connect: () throws(ClientError) -> any PipelinedLine
    private let kind: ImportKind
    private var ids: CommandIDs
    private var line: (any PipelinedLine)?
    private var batch = JSONValue.null
    private var page: [ImportFile.Row] = []
    private var pagesUnderWay = 0
    /// Rows that were given.
    private(set) var rows = 0

    /// - Parameter connect: opens the connection, once.
    init(_ kind: ImportKind, ids: CommandIDs, connect: @escaping () throws(ClientError) -> any PipelinedLine)
    {
        self.kind = kind
        self.ids = ids
        self.connect = connect
    }

    mutating func add(_ row: ImportFile.Row) throws(ClientError) {
        // The daemon counts lines from the first row of a page: a blank or broken line ends it.
        let isNext = page.last.map { $0.line + 1 == row.line } ?? true
        if page.count == Self.rowsPerPageMax || !isNext { try sendPage() }
        page.append(row)
        rows += 1
    }

    /// Sends what is left and commits it.
    ///
    /// - Returns: the import's number, and what the commit was answered.
    mutating func commit() throws(ClientError) -> (batch: JSONValue, answer: JSONValue) {
        if !page.isEmpty { try sendPage() }
        while pagesUnderWay > 0 { try receive() }
        let line = try begun()
        let answer = try call(line, "import.commit", ["import": batch])
        return (batch, answer)
    }

    private mutating func sendPage() throws(ClientError) {
        let line = try begun()
        if pagesUnderWay == Self.pagesUnderWayMax { try receive() }
        try line.send(
            "import.rows",
            [
                "import": batch, "first_line": .int(page[0].line),
                "rows": .array(page.map { .object($0.params) }), "command_id": .string(ids.next()),
            ])
        pagesUnderWay += 1
        page.removeAll(keepingCapacity: true)
    }

    private mutating func receive() throws(ClientError) {
        _ = try begun().receive()
        pagesUnderWay -= 1
    }

    private mutating func begun() throws(ClientError) -> any PipelinedLine {
        if let line { return line }
        let line = try connect()
        self.line = line
        batch = try call(line, "import.begin", ["kind": .string(kind.rawValue)])["import"] ?? .null
        return line
    }

    private mutating func call(
        _ line: any PipelinedLine, _ method: String, _ params: JSONObject
    ) throws(ClientError) -> JSONValue {
        var params = params
        params["command_id"] = .string(ids.next())
        try line.send(method, params)
        return try line.receive()
    }
}
