import JSON
import LineProtocol

/// Lists longer than one answer, read page after page.
enum Listing {
    /// The list of an answer, made whole.
    ///
    /// - Parameters:
    ///   - key: the answer's member that is the list.
    ///   - id: the row's member that the next page begins after.
    static func all(
        _ method: String, _ params: JSONObject = [:], key: String, id: String, from line: any Line
    ) throws(ClientError) -> JSONValue {
        var rows: [JSONValue] = []
        var params = params
        params["limit"] = .int(WireLimits.listRowsMax)
        while true {
            let page = try line.call(method, params)
            rows += page[key]?.array ?? []
            guard page["more"]?.bool == true, let last = rows.last?[id] else { return .array(rows) }
            params["after"] = .string(PlainText.inline(last))
        }
    }
}
