import Domain
import JSON
import LineProtocol

extension Method {
    /// The method object of the OpenRPC document.
    func openRPC(tag: String) -> JSONObject {
        var object: JSONObject = [
            "name": .string(name), "summary": .string(summary), "tags": [["name": .string(tag)]],
            "paramStructure": "by-name",
        ]
        if !rules.isEmpty {
            object["description"] = .string(rules.map { "Give \($0)." }.joined(separator: " "))
        }
        // The specification wants what may be left out behind what must be given.
        let ordered = params.filter(\.isRequired) + params.filter { !$0.isRequired }
        object["params"] = .array(ordered.map { .object($0.contentDescriptor) })
        object["result"] = ["name": "result", "schema": .object(resultSchema)]
        object["errors"] = .array(refusals.map { .object($0.reference) })
        object["x-roles"] = .array(
            Role.allCases.filter { isAllowed(to: [$0]) }.map { .string($0.rawValue) })
        object["x-changes"] = .bool(changes)
        return object
    }

    private var resultSchema: JSONObject {
        if let shared = OpenRPC.shared.first(where: { $0.params == result }) {
            return OpenRPC.reference(to: shared.name)
        }
        return result.schema(by: .daemon)
    }
}

extension Param {
    fileprivate var contentDescriptor: JSONObject {
        [
            "name": .string(name), "summary": .string(doc), "required": .bool(isRequired),
            "schema": .object(type.schema(by: .caller)),
        ]
    }
}
