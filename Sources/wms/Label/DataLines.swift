import JSON

/// Why a line holds no label's data.
struct DataLineError: Error, CustomStringConvertible {
    let problem: String
    var description: String { "\(problem); a line is one JSON object, such as {\"tote\":\"T-0007\"}" }
}

/// The lines of a data file that hold something, each with its number in the file.
struct DataLines {
    struct Line {
        /// Counted from 1, blank lines too.
        let number: Int
        let bytes: ArraySlice<UInt8>

        func object() throws(DataLineError) -> JSONObject {
            let value: JSONValue
            do throws(JSONFault) {
                value = try JSONValue(parsing: bytes)
            } catch {
                throw DataLineError(problem: "not JSON: \(error)")
            }
            guard let object = value.object else {
                throw DataLineError(problem: "\(value.typeName) stands here")
            }
            return object
        }
    }

    let filled: [Line]

    init(_ bytes: [UInt8]) {
        let blank: Set<UInt8> = [0x20, 0x09, 0x0D]
        filled = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
            .filter { !$0.element.allSatisfy(blank.contains) }
            .map { Line(number: $0.offset + 1, bytes: $0.element) }
    }
}
