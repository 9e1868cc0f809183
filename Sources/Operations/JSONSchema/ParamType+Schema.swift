import Domain
public import JSON
public import LineProtocol

/// JSON Schema (draft 7) of what crosses the wire.
///
/// Bounds in bytes are written as bounds in characters, which are never more: what breaks the schema is refused,
/// and what keeps it may still be refused for a reason that a schema cannot express.
public enum JSONSchema {
    /// Who writes what is described.
    public enum Writer: Sendable {
        /// A caller: members that are not declared are refused.
        case caller
        /// The daemon: members may be added by a later version, and lists have no bound.
        case daemon
    }
}

extension ParamType {
    /// The schema of a value of this type.
    public func schema(by writer: JSONSchema.Writer) -> JSONObject {
        switch self {
        case .text(let maxBytes): ["type": "string", "maxLength": .int(maxBytes)]
        case .id: .text(1...Limits.idBytesMax, pattern: Self.idPattern)
        case .code: .text(1...WireLimits.codeBytesMax)
        case .codeOrNumber:
            ["type": ["string", "integer"], "minLength": 1, "maxLength": .int(WireLimits.codeBytesMax)]
        case .sequence:
            [
                "type": ["integer", "string"], "minimum": 0, "maximum": .int(WireLimits.wholeLimit - 1),
                "pattern": "^[0-9]+$",
            ]
        case .commandID: .text(1...Limits.idBytesMax, pattern: "^[A-Za-z0-9._-]+$")
        case .digits(let range): .text(range, pattern: "^[0-9]+$")
        case .money: .text(4...15, pattern: "^[0-9]+\\.[0-9]{2}$")
        case .time: ["type": "string", "format": "date-time"]
        case .date: ["type": "string", "format": "date"]
        case .whole(let range):
            ["type": "integer", "minimum": .int(range.lowerBound), "maximum": .int(range.upperBound)]
        case .decimal(let range):
            ["type": "number", "minimum": .double(range.lowerBound), "maximum": .double(range.upperBound)]
        case .flag: ["type": "boolean"]
        case .choice(let words): .choice(words)
        case .choiceOrList(let words, let others):
            [
                "anyOf": [
                    .object(.choice(words)),
                    ["type": "array", "minItems": 1, "items": .object(.choice(others))],
                ]
            ]
        case .sizeMM:
            [
                "type": "array", "minItems": 3, "maxItems": 3,
                "items": ["type": "integer", "minimum": 1, "maximum": .int(Limits.sideMMMax)],
            ]
        case .list(let element, let max): Self.list(of: element, max: max, by: writer)
        case .object(let params): params.schema(by: writer)
        case .map(let element):
            ["type": "object", "additionalProperties": .object(element.schema(by: writer))]
        case .untouched: ["type": "object"]
        }
    }

    private static func list(of element: ParamType, max: Int, by writer: JSONSchema.Writer) -> JSONObject {
        var schema: JSONObject = ["type": "array", "items": .object(element.schema(by: writer))]
        if writer == .caller { schema["maxItems"] = .int(max) }
        return schema
    }

    /// No control character, and no space at either end.
    private static let idPattern =
        #"^[^\u0000-\u0020\u007f]([^\u0000-\u001f\u007f]*[^\u0000-\u0020\u007f])?$"#
}

extension [Param] {
    /// The schema of an object with these members.
    public func schema(by writer: JSONSchema.Writer) -> JSONObject {
        var schema: JSONObject = ["type": "object"]
        let properties = map { param in
            var property = param.type.schema(by: writer)
            property["description"] = .string(param.doc)
            return (param.name, JSONValue.object(property))
        }
        schema["properties"] = .object(JSONObject(properties))
        let required = filter(\.isRequired)
        if !required.isEmpty { schema["required"] = .array(required.map { .string($0.name) }) }
        if writer == .caller { schema["additionalProperties"] = false }
        return schema
    }
}

extension Record {
    /// The schema of such a record.
    public static func schema(by writer: JSONSchema.Writer) -> JSONObject { params.schema(by: writer) }
}

extension JSONObject {
    fileprivate static func text(_ lengths: ClosedRange<Int>, pattern: String? = nil) -> JSONObject {
        var schema: JSONObject = [
            "type": "string", "minLength": .int(lengths.lowerBound), "maxLength": .int(lengths.upperBound),
        ]
        if let pattern { schema["pattern"] = .string(pattern) }
        return schema
    }

    fileprivate static func choice(_ words: [String]) -> JSONObject {
        ["type": "string", "enum": .array(words.map { .string($0) })]
    }
}
