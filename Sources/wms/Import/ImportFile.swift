import Domain
import JSON
import LineProtocol

/// A CSV file read row by row into the params of the methods that take such rows one by one.
///
/// Rows that have a fault are not given; once the last row has been read, all of them are in ``faults``.
struct ImportFile {
    struct Row {
        let line: Int
        let params: JSONObject
    }

    /// As faults name it.
    let name: String
    private let columns: [ImportColumn]
    /// What a row may have: made once for all rows.
    private let params: [Param]
    private var reader: CSVReader
    /// What is wrong with the rows that have been read, by line.
    private(set) var faults: [ImportFaults.Fault] = []
    /// The first sound row that was not given, where there were so many faults before it that the daemon could tell no
    /// others.
    private(set) var firstLineNotGiven: Int?

    /// Reads the line that names the columns.
    init(_ bytes: [UInt8], kind: ImportKind, file: String) throws(ImportFaults) {
        let first: CSVRecord?
        do throws(CSVFault) {
            reader = try CSVReader(bytes)
            first = try reader.next()
        } catch { throw ImportFaults(file: file, faults: [(error.line, error.description)]) }
        guard let header = first else {
            throw ImportFaults(
                file: file, faults: [(1, "the file is empty; its first line names the columns")])
        }
        name = file
        columns = try Self.columns(of: header, kind: kind, file: file)
        params = kind.params
    }

    /// How much of the file has been read, from 0 to 1.
    var share: Double { reader.share }

    /// The next row without a fault; nil after the last.
    ///
    /// - Throws: all faults of the file, where it cannot be read to its end.
    mutating func next() throws(ImportFaults) -> Row? {
        do throws(CSVFault) {
            while let record = try reader.next() {
                let (params, messages) = params(of: record)
                faults += messages.map { (record.line, $0) }
                if !messages.isEmpty { continue }
                if faults.count < Limits.importFaultsMax { return Row(line: record.line, params: params) }
                if firstLineNotGiven == nil { firstLineNotGiven = record.line }
            }
        } catch {
            faults.append((error.line, error.description))
            throw ImportFaults(file: name, faults: faults)
        }
        return nil
    }

    private static func columns(
        of header: CSVRecord, kind: ImportKind, file: String
    ) throws(ImportFaults) -> [ImportColumn] {
        let knownColumns = kind.columns
        let names = header.fields.map { $0.trimmingSpaces.lowercased() }
        var messages: [String] = []
        for (index, name) in names.enumerated() {
            if !knownColumns.contains(where: { $0.name == name }) {
                messages.append(
                    "no column \"\(name)\"; there are \(knownColumns.map(\.name).joined(separator: ", "))")
            } else if names[..<index].contains(name) {
                messages.append("the column \(name) stands twice")
            }
        }
        for column in knownColumns where column.isRequired && !names.contains(column.name) {
            messages.append("the column \(column.name) is missing: \(column.param.doc)")
        }
        if !messages.isEmpty {
            throw ImportFaults(file: file, faults: messages.map { (header.line, $0) })
        }
        return names.compactMap { name in knownColumns.first { $0.name == name } }
    }

    private func params(of record: CSVRecord) -> (JSONObject, [String]) {
        guard record.fields.count == columns.count else {
            return ([:], ["\(record.fields.count) fields where the first line names \(columns.count)"])
        }
        var given: JSONObject = [:]
        var unreadable: [(name: String, message: String)] = []
        for (column, field) in zip(columns, record.fields) {
            let cell = field.trimmingSpaces
            if cell.isEmpty { continue }
            if let value = column.value(of: cell) {
                given.set(column.name, value)
            } else {
                unreadable.append((column.name, "\(column.name) is \"\(cell)\": give \(column.wanted)"))
            }
        }
        var check = ParamCheck()
        let checked = check.object(given, as: params)
        let others = check.faults.filter { fault in !unreadable.contains { $0.name == fault.path } }
        return (checked, unreadable.map(\.message) + others.map(\.description))
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
