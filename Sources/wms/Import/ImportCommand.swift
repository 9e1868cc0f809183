import ArgumentParser
import Common
import Glibc
import JSON
import LineProtocol

/// `wms import KIND FILE.csv`: master data and stock from a spreadsheet, all rows or none.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Bring in SKUs, boxes, totes or stock from a CSV file: all rows or none.",
        discussion: "The first line names the columns.\n\n" + columnList)

    /// An answer that takes longer does not come: the daemon does large work in slices.
    private static let answerTimeoutMS = 60_000
    /// How often the daemon is asked how far a large import is.
    private static let askedEveryMS: UInt32 = 100

    @Argument(help: "sku, box, tote or stock.")
    var kind: ImportKind

    @Argument(help: "The CSV file, - for standard input.", completion: .file(extensions: ["csv"]))
    var file: String

    @OptionGroup var connection: ConnectionOptions

    func run() throws {
        let lazyConnection = LazyConnection(connection)
        let rows = try ImportFile(try InputFile.bytes(of: file), kind: kind, file: file)
        let upload = ImportUpload(kind, ids: CommandIDs(device: "wms-import")) { () throws(ClientError) in
            let client = try lazyConnection.daemon().client
            client.timeoutMS = Self.answerTimeoutMS
            return client
        }
        let progress = ImportProgress { text, isLast in
            if Terminal.errorColumns != nil { Terminal.showProgress(text, isLast: isLast) }
        }
        var attempt = ImportAttempt(rows, by: upload, progress: progress) {
            usleep(Self.askedEveryMS * 1_000)
        }
        let (count, answer) = try attempt.run()
        try lazyConnection.daemon().show(JSONValue.object(answer)) { _ in
            "\(counted(count, "row")) imported."
        }
    }

    private static var columnList: String {
        ImportKind.allCases.map { kind in
            let width = kind.columns.map(\.name.count).max() ?? 0
            let indent = String(repeating: " ", count: width + 4)
            let lines = kind.columns.map {
                "  \($0.name.padded(toColumns: width))  \($0.meaning)"
                    .broken(toColumns: helpColumns, indent: indent)
            }
            return "\(kind.rawValue):\n" + lines.joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    /// The parser breaks what is wider, and knows of no indent; of a line that fills the terminal it breaks the last
    /// word off.
    private static var helpColumns: Int { (Terminal.outputColumns ?? 80) - 1 }
}

/// A connection that is opened when it is first needed: the faults of a file are printed without a daemon.
private final class LazyConnection {
    private let options: ConnectionOptions
    private var made: DaemonConnection?

    init(_ options: ConnectionOptions) { self.options = options }

    func daemon() throws(ClientError) -> DaemonConnection {
        if let made { return made }
        let daemon = try options.connect()
        made = daemon
        return daemon
    }
}
