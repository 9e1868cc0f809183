/// One record of a CSV file and the line on which it begins.
struct CSVRecord: Equatable {
    let line: Int
    let fields: [String]
}

/// What makes a text no CSV, with the line of it.
enum CSVFault: Error, Equatable, CustomStringConvertible {
    case notUTF8(line: Int)
    case openQuote(line: Int)
    case strayQuote(line: Int)
    case textAfterQuote(line: Int)

    var line: Int {
        switch self {
        case .notUTF8(let line), .openQuote(let line), .strayQuote(let line), .textAfterQuote(let line): line
        }
    }

    /// What is wrong in that line.
    var description: String {
        switch self {
        case .notUTF8: "this is not UTF-8; save the file as UTF-8"
        case .openQuote: "a quoted field begins here and never ends"
        case .strayQuote: "a quote inside a field; put the field in quotes and double it"
        case .textAfterQuote: "text after a closing quote; a comma belongs there"
        }
    }
}

/// Reads comma-separated values as RFC 4180 writes them: quoted fields may hold commas, line ends and doubled
/// quotes; lines end in CR LF or LF; a byte-order mark and blank lines are skipped.
///
/// - Complexity: linear in the text.
struct CSVReader {
    private let bytes: ArraySlice<UInt8>
    private var position: Int
    private var line = 1

    static func records(of bytes: [UInt8]) throws(CSVFault) -> [CSVRecord] {
        var reader = try CSVReader(bytes)
        var records: [CSVRecord] = []
        while let record = try reader.next() { records.append(record) }
        return records
    }

    init(_ bytes: [UInt8]) throws(CSVFault) {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw .notUTF8(line: InputFile.lineOfFault(in: bytes))
        }
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        self.bytes = bytes.dropFirst(hasMark ? 3 : 0)
        position = self.bytes.startIndex
    }

    /// The next record; nil after the last.
    mutating func next() throws(CSVFault) -> CSVRecord? {
        while position < bytes.endIndex {
            let start = line
            let fields = try readRecord()
            if fields != [""] { return CSVRecord(line: start, fields: fields) }
        }
        return nil
    }

    /// How much of the text has been read, from 0 to 1.
    var share: Double { bytes.isEmpty ? 1 : Double(position - bytes.startIndex) / Double(bytes.count) }

    private mutating func readRecord() throws(CSVFault) -> [String] {
        var fields: [String] = []
        while true {
            fields.append(peek == UInt8(ascii: "\"") ? try readQuoted() : try readPlain())
            switch readByte() {
            case UInt8(ascii: ","): continue
            case UInt8(ascii: "\r"): if peek == UInt8(ascii: "\n") { _ = readByte() }
            default: break
            }
            line += 1
            return fields
        }
    }

    private mutating func readPlain() throws(CSVFault) -> String {
        let start = position
        while let byte = peek, byte != UInt8(ascii: ","), !isLineEnd(byte) {
            if byte == UInt8(ascii: "\"") { throw .strayQuote(line: line) }
            position += 1
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func readQuoted() throws(CSVFault) -> String {
        let start = line
        var text: [UInt8] = []
        position += 1
        while let byte = readByte() {
            if byte == UInt8(ascii: "\"") {
                guard peek == byte else {
                    guard peek == nil || peek == UInt8(ascii: ",") || isLineEnd(peek) else {
                        throw .textAfterQuote(line: line)
                    }
                    return String(decoding: text, as: UTF8.self)
                }
                position += 1
            }
            if byte == UInt8(ascii: "\n") { line += 1 }
            text.append(byte)
        }
        throw .openQuote(line: start)
    }

    private var peek: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

    private mutating func readByte() -> UInt8? {
        guard let byte = peek else { return nil }
        position += 1
        return byte
    }

    private func isLineEnd(_ byte: UInt8?) -> Bool {
        byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
}
