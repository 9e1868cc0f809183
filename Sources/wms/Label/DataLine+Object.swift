import JSON

/// Why a line holds no label's data.
struct DataLineError: Error, CustomStringConvertible {
    let problem: String
    var description: String { "\(problem); a line is one JSON object, such as {\"tote\":\"T-0007\"}" }
}

extension DataLines.Line {
    /// The data of one label.
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
