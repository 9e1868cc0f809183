import Domain
import JSON
import LineProtocol

/// The description of all methods and events for machines, as the OpenRPC Specification 1.3.2 has it.
///
/// Made from the catalogue alone: `rpc.discover` answers with it. What the specification has no place for stands
/// in members that begin with `x-`: who may call a method, whether it changes something, and the events.
public enum OpenRPC {
    static let specification = "1.3.2"

    /// - Parameter version: the daemon's.
    public static func document(version: String) -> RPCDiscover.Result {
        var document = RPCDiscover.Result()
        document.openRPC = specification
        document.info = [
            "title": "wmsd", "version": .string(version),
            "description":
                "A warehouse's daemon for pick and pack: one JSON object a line over a Unix socket.",
        ]
        document.methods = Method.areas.flatMap { area in area.methods.map { $0.openRPC(tag: area.title) } }
        document.components = ["schemas": .object(schemas), "errors": .object(errors)]
        document.anyLine = ErrorKind.ofAnyLine.map(\.reference)
        document.anyChange = ErrorKind.ofAnyChange.map(\.reference)
        document.events = EventDescription.all.map { event in
            [
                "type": .string(event.type), "summary": .string(event.summary),
                "data": .object(reference(to: event.schemaName)),
            ]
        }
        return document
    }

    /// Records that are the result of many methods; they are described once.
    static let shared: [(name: String, params: [Param])] = [
        ("prompt", Prompt.params), ("voided_labels", VoidedLabels.params),
    ]

    private static var schemas: JSONObject {
        let records = shared.map { ($0.name, JSONValue.object($0.params.schema(by: .daemon))) }
        let events = EventDescription.all.map {
            ($0.schemaName, JSONValue.object($0.data.schema(by: .daemon)))
        }
        return JSONObject(records + events)
    }

    private static var errors: JSONObject {
        JSONObject(ErrorKind.allCases.map { ($0.rawValue, JSONValue.object($0.openRPC)) })
    }

    static func reference(to schema: String) -> JSONObject {
        ["$ref": .string("#/components/schemas/\(schema)")]
    }
}

extension EventDescription {
    fileprivate var schemaName: String { "event.\(type)" }
}

extension ErrorKind {
    fileprivate var openRPC: JSONObject {
        var data: JSONObject = ["kind": .string(rawValue)]
        if mayRetry { data["retry"] = true }
        return ["code": .int(code), "message": .string(meaning), "data": .object(data)]
    }

    var reference: JSONObject { ["$ref": .string("#/components/errors/\(rawValue)")] }
}
