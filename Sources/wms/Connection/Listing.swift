import JSON
import LineProtocol

/// Lists longer than one answer, read page after page.
enum Listing {
    static let pageMax = 500

    /// The first answer with its list made whole: the member that is a list of objects.
    static func all(
        _ method: String, _ params: JSONObject = [:], from client: LineClient
    ) throws(ClientError) -> JSONValue {
        var whole = try client.call(method, params).object ?? [:]
        guard let listKey = whole.members.first(where: { $0.value.array != nil })?.key else {
            return .object(whole)
        }
        var elements = whole[listKey]?.array ?? []
        var next = whole["next"] ?? .null
        while whole["more"]?.bool == true, !next.isNull {
            var params = params
            params["after"] = next
            whole = try client.call(method, params).object ?? [:]
            elements += whole[listKey]?.array ?? []
            next = whole["next"] ?? .null
        }
        whole[listKey] = .array(elements)
        whole["more"] = nil
        whole["next"] = nil
        return .object(whole)
    }
}
