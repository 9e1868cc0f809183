/// Brings rows in, several pages being under way at a time as `wms import` has them, and waits until the last of them
/// can be read.
final class Importer: Worker {
    /// What is imported, and how its last row is asked for.
    struct Kind {
        let name: String
        let rows: Range<Int>
        let row: (Int) -> String
        /// Writes a read whose answer holds ``last`` once everything can be seen; nil asks nothing.
        var readBack: ((inout RequestLine) -> Void)?
        var last = ""
    }

    private enum Request { case begin, rows, commit, wait, readBack }

    private static let rowsPerPage = 250
    private static let pagesUnderWayMax = 4
    /// Between two questions whether all is committed.
    private static let pollIntervalNS = 5_000_000

    let channel: WireChannel
    private(set) var isDone = false
    /// When the last answer came: in the end, when the last row was seen.
    private(set) var endNS = 0

    private let kind: Kind
    private var commands: CommandIDs
    private var number: Int?
    private var nextRow: Int
    private var underWay = Request.begin
    private var pagesUnderWay = 0
    private var page = RequestLine()
    private var pollAtNS = 0

    init(_ daemon: ServedDaemon, _ kind: Kind) throws(WireFault) {
        channel = try daemon.channel()
        commands = CommandIDs(device: daemon.nextDevice())
        self.kind = kind
        nextRow = kind.rows.lowerBound
    }

    func ask(_ request: inout RequestLine, nowNS: Int) throws(WireFault) -> Turn {
        if isDone { return .done }
        guard let number else {
            request.begin("import.begin", command: commands.next())
            request.add("kind", text: kind.name)
            request.end()
            return .asked
        }
        let isPolling = underWay == .wait || underWay == .readBack
        if isPolling, nowNS < pollAtNS { return .later(atNS: pollAtNS) }
        pollAtNS = nowNS + Self.pollIntervalNS
        if underWay == .wait {
            request.begin("import.get")
            request.add("import", number)
        } else if underWay == .commit || underWay == .readBack {
            underWay = .readBack
            kind.readBack?(&request)
        } else if nextRow < kind.rows.upperBound {
            underWay = .rows
            pagesUnderWay = 1
            writePage(of: number, to: &request)
        } else {
            underWay = .commit
            request.begin("import.commit", command: commands.next())
            request.add("import", number)
        }
        request.end()
        return .asked
    }

    private func writePage(of number: Int, to request: inout RequestLine) {
        let page = nextRow..<min(nextRow + Self.rowsPerPage, kind.rows.upperBound)
        request.begin("import.rows", command: commands.next())
        request.add("import", number)
        request.add("first_line", nextRow - kind.rows.lowerBound + 1)
        request.add("rows", json: "[" + page.map(kind.row).joined(separator: ",") + "]")
        nextRow = page.upperBound
    }

    func receive(_ line: WireLine, waitedNS: Int, nowNS: Int) throws(WireFault) -> Bool {
        endNS = nowNS
        if underWay == .readBack {
            isDone = line.beginning.contains(kind.last)
            return true
        }
        guard line.has(.result) else { throw .refused(asked: "import \(underWay)", answer: line.beginning) }
        switch underWay {
        case .begin: number = line.int("import")
        case .commit, .wait:
            let state = line.text("state")
            if state == "refused" { throw .refused(asked: "import.commit", answer: line.beginning) }
            underWay = state == "committing" && kind.readBack == nil ? .wait : .commit
            isDone = underWay == .commit && kind.readBack == nil
        case .rows: return try sendPages()
        case .readBack: break
        }
        return true
    }

    /// Sends further pages for one that was answered.
    ///
    /// - Returns: whether all are answered.
    private func sendPages() throws(WireFault) -> Bool {
        pagesUnderWay -= 1
        while let number, pagesUnderWay < Self.pagesUnderWayMax, nextRow < kind.rows.upperBound {
            writePage(of: number, to: &page)
            page.end()
            try channel.send(page.bytes)
            pagesUnderWay += 1
        }
        return pagesUnderWay == 0
    }
}

extension Importer.Kind {
    static func skus(_ rows: Range<Int>) -> Self {
        let last = LoadWarehouse.sku(rows.upperBound - 1)
        return Self(
            name: "sku", rows: rows, row: LoadWarehouse.skuRow,
            readBack: {
                $0.begin("sku.get")
                $0.add("sku", text: last)
            }, last: "\"sku\":\"\(last)\"")
    }

    static var stock: Self {
        Self(
            name: "stock", rows: 0..<LoadWarehouse.skuCount, row: LoadWarehouse.stockRow,
            readBack: {
                $0.begin("stock.list")
                $0.add("sku", text: LoadWarehouse.sku(LoadWarehouse.skuCount - 1))
            }, last: "\"bin\":")
    }

    static var boxes: Self {
        Self(name: "box", rows: LoadWarehouse.boxRows.indices, row: { LoadWarehouse.boxRows[$0] })
    }

    static func totes(_ count: Int) -> Self {
        Self(name: "tote", rows: 0..<count, row: LoadWarehouse.toteRow)
    }
}
