import Common
import JSON
import LineProtocol

/// Every fault of a file at once, each with its line and the fix: a file is brought in whole or not at all.
struct ImportFaults: Error, CustomStringConvertible {
    let file: String
    let faults: [(line: Int, message: String)]

    /// More would scroll the first ones away.
    private static let shownMax = 50

    var description: String {
        var lines = faults.prefix(Self.shownMax).map { "\(file):\($0.line): \($0.message)" }
        if faults.count > Self.shownMax { lines.append("… and \(faults.count - Self.shownMax) more") }
        return (["nothing was imported:"] + lines).joined(separator: "\n")
    }
}

/// A CSV file read into the parameters of the methods that take its rows one by one.
struct ImportFile {
    struct Row {
        let line: Int
        let params: JSONObject
    }

    let rows: [Row]

    /// Reads the whole file, or refuses it with all of its faults.
    init(_ bytes: [UInt8], kind: ImportKind, file: String) throws(ImportFaults) {
        let records: [CSVRecord]
        do throws(CSVFault) {
            records = try CSVReader.records(of: bytes)
        } catch {
            throw ImportFaults(file: file, faults: [(1, error.description)])
        }
        guard let header = records.first else {
            throw ImportFaults(
                file: file, faults: [(1, "the file is empty; its first line names the columns")])
        }
        let columns = try Self.columns(of: header, kind: kind, file: file)
        var rows: [Row] = []
        var faults: [(line: Int, message: String)] = []
        for record in records.dropFirst() {
            let (params, messages) = Self.params(of: record, columns: columns, kind: kind)
            rows.append(Row(line: record.line, params: params))
            faults += messages.map { (record.line, $0) }
        }
        if !faults.isEmpty { throw ImportFaults(file: file, faults: faults) }
        self.rows = rows
    }

    private static func columns(
        of header: CSVRecord, kind: ImportKind, file: String
    ) throws(ImportFaults) -> [ImportColumn] {
        let known = kind.columns
        let names = header.fields.map { $0.trimmingSpaces.lowercased() }
        var messages: [String] = []
        for (index, name) in names.enumerated() {
            if !known.contains(where: { $0.name == name }) {
                messages.append(
                    "no column \"\(name)\"; there are \(known.map(\.name).joined(separator: ", "))")
            } else if names[..<index].contains(name) {
                messages.append("the column \(name) stands twice")
            }
        }
        for column in known where column.isRequired && !names.contains(column.name) {
            messages.append("the column \(column.name) is missing: \(column.param.doc)")
        }
        if !messages.isEmpty {
            throw ImportFaults(file: file, faults: messages.map { (header.line, $0) })
        }
        return names.compactMap { name in known.first { $0.name == name } }
    }

    private static func params(
        of record: CSVRecord, columns: [ImportColumn], kind: ImportKind
    ) -> (JSONObject, [String]) {
        guard record.fields.count == columns.count else {
            return ([:], ["\(record.fields.count) fields where the first line names \(columns.count)"])
        }
        var params: JSONObject = [:]
        for (column, field) in zip(columns, record.fields) {
            let cell = field.trimmingSpaces
            if !cell.isEmpty { params.set(column.name, column.value(of: cell)) }
        }
        var check = ParamCheck()
        let checked = check.object(params, as: kind.params)
        return (checked, check.faults.map(\.description))
    }
}

extension JSONObject {
    /// Sets the member at a dotted name, making the objects on the way: `packing.fragile`.
    fileprivate mutating func set(_ name: String, _ value: JSONValue) {
        guard let dot = name.firstIndex(of: ".") else {
            self[name] = value
            return
        }
        let parent = String(name[..<dot])
        var inner = self[parent]?.object ?? [:]
        inner.set(String(name[name.index(after: dot)...]), value)
        self[parent] = .object(inner)
    }
}

extension String {
    var trimmingSpaces: String {
        String(drop { $0 == " " || $0 == "\t" }).trimmingTrailingSpaces
    }
}
