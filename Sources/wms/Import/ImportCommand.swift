import ArgumentParser
import Common
import JSON
import LineProtocol

/// `wms import KIND FILE.csv`: master data and stock from a spreadsheet, all rows or none.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Bring in SKUs, boxes, totes or stock from a CSV file: all rows or none.",
        discussion: "The first line names the columns.\n\n" + columnList)

    /// Rows in one request: even with long names they stay below the bytes that a line may have.
    static let rowsPerRequestMax = 500

    @Argument(help: "sku, box, tote or stock.")
    var kind: ImportKind

    @Argument(help: "The CSV file, - for standard input.", completion: .file(extensions: ["csv"]))
    var file: String

    @OptionGroup var connection: ConnectionOptions

    func run() throws {
        let rows = try ImportFile(try InputFile.bytes(of: file), kind: kind, file: file).rows
        guard !rows.isEmpty else { throw ValidationError("\(file) has no rows below its first line.") }
        let daemon = try connection.connect()
        var ids = CommandIDs(device: "wms-import")
        daemon.show(try Self.send(rows, kind: kind, to: daemon.client, ids: &ids)) {
            $0["rows"]?.int.map { "\(counted($0, "row")) imported." } ?? DaemonConnection.readable($0)
        }
    }

    private static func send(
        _ rows: [ImportFile.Row], kind: ImportKind, to client: LineClient, ids: inout CommandIDs
    ) throws(ClientError) -> JSONValue {
        let begun = try client.call(
            "import.begin", ["kind": .string(kind.rawValue), "command_id": .string(ids.next())])
        let batch = begun["import"] ?? .null
        var start = 0
        while start < rows.count {
            let part = rows[start..<min(start + rowsPerRequestMax, rows.count)].untilGap
            _ = try client.call(
                "import.rows",
                [
                    "import": batch, "first_line": .int(rows[start].line),
                    "rows": .array(part.map { .object($0.params) }), "command_id": .string(ids.next()),
                ])
            start += part.count
        }
        return try client.call("import.commit", ["import": batch, "command_id": .string(ids.next())])
    }

    private static var columnList: String {
        ImportKind.allCases.map { kind in
            let width = kind.columns.map(\.name.count).max() ?? 0
            let lines = kind.columns.map {
                "  \($0.name.padded(toColumns: width))  \($0.meaning)"
            }
            return "\(kind.rawValue):\n" + lines.joined(separator: "\n")
        }.joined(separator: "\n\n")
    }
}

extension ArraySlice<ImportFile.Row> {
    /// The rows up to the first blank or broken line: the daemon counts lines from the first row.
    fileprivate var untilGap: Self {
        guard let first else { return self }
        return prefix(while: { _ in true }).enumerated()
            .first { $0.element.line != first.line + $0.offset }
            .map { self.prefix($0.offset) } ?? self
    }
}
