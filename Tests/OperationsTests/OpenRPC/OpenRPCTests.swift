import Domain
import JSON
import LineProtocol
import Testing

@testable import Operations

/// The document keeps the rules of the OpenRPC Specification 1.3.2 (https://spec.open-rpc.org) and says what the
/// catalogue says.
@Suite struct OpenRPCTests {
    let document = OpenRPC.document(version: "1.2.3").json

    private var methods: [JSONObject] { document["methods"]?.array?.compactMap(\.object) ?? [] }
    private var components: JSONObject { document["components"]?.object ?? [:] }

    @Test func theRootHasWhatIsRequiredAndNothingElse() throws {
        expectMembers(
            of: document, required: ["openrpc", "info", "methods"],
            optional: ["components", "servers", "externalDocs"], "the root")
        #expect(document["openrpc"]?.string?.wholeMatch(of: /1\.3\.\d+/) != nil)
        let info = try #require(document["info"]?.object)
        expectMembers(
            of: info, required: ["title", "version"],
            optional: ["description", "termsOfService", "contact", "license"], "info")
        #expect(info["version"] == "1.2.3" && info["title"]?.string?.isEmpty == false)
    }

    @Test func theMethodsAreThoseOfTheCatalogueEachOnce() {
        #expect(methods.map { $0["name"]?.string } == Method.all.map(\.name))
    }

    @Test(arguments: Method.all.map(\.name)) func aMethodKeepsTheRules(name: String) throws {
        let method = try #require(Method.named(name))
        let object = try #require(methods.first { $0["name"]?.string == name })
        expectMembers(
            of: object, required: ["name", "params"],
            optional: [
                "tags", "summary", "description", "externalDocs", "result", "deprecated", "servers", "errors",
                "links", "paramStructure", "examples",
            ], name)
        #expect(object["paramStructure"] == "by-name")
        #expect(object["summary"]?.string == method.summary)
        #expect(object["tags"]?.array?.allSatisfy { $0["name"]?.string?.isEmpty == false } == true)
        #expect(object["x-roles"]?.array?.contains("lead") == true)
        #expect(object["x-changes"]?.bool == method.changes)

        let params = try #require(object["params"]?.array).compactMap(\.object)
        for param in params { expectContentDescriptor(param, "\(name) \(param["name"] ?? .null)") }
        #expect(params.compactMap { $0["name"]?.string }.sorted() == method.params.map(\.name).sorted())
        // All optional params come after all required ones.
        let required = params.map { $0["required"]?.bool ?? false }
        #expect(required == required.filter { $0 } + required.filter { !$0 })
        #expect(required.count { $0 } == method.params.count(where: \.isRequired))

        expectContentDescriptor(try #require(object["result"]?.object), "\(name)'s result")
    }

    @Test func errorsOfAMethodResolveToCodesOfTheirOwn() throws {
        for (method, object) in zip(Method.all, methods) {
            let errors = try #require(object["errors"]?.array).map { try resolved($0) }
            let codes = errors.compactMap { $0["code"]?.int }
            #expect(codes == method.refusals.map(\.code), "\(method.name)")
            #expect(Set(codes).count == codes.count, "\(method.name)")
        }
    }

    @Test func errorsAreCodesWithAMessage() throws {
        let errors = try #require(components["errors"]?.object)
        #expect(Set(errors.keys) == Set(ErrorKind.allCases.map(\.rawValue)))
        for (name, value) in errors.members {
            let error = try #require(value.object)
            expectMembers(of: error, required: ["code", "message"], optional: ["data"], name)
            #expect(error["code"]?.int != nil && error["message"]?.string?.isEmpty == false)
            #expect(error["data"]?["kind"]?.string == name)
        }
        for list in ["x-any-line", "x-any-change"] {
            for error in try #require(document[list]?.array) { _ = try resolved(error) }
        }
    }

    @Test func componentsAreKeptUnderPlainKeys() throws {
        expectMembers(
            of: components, required: [],
            optional: [
                "contentDescriptors", "schemas", "examples", "links", "errors", "examplePairingObjects",
                "tags",
            ], "components")
        for (_, group) in components.members {
            for key in try #require(group.object).keys {
                #expect(key.wholeMatch(of: /[a-zA-Z0-9.\-_]+/) != nil, "\(key)")
            }
        }
    }

    @Test func everyEventHasTheSchemaOfItsData() throws {
        let events = try #require(document["x-events"]?.array)
        #expect(events.map { $0["type"]?.string } == EventDescription.all.map(\.type))
        for (described, event) in zip(EventDescription.all, events) {
            let schema = try resolved(try #require(event["data"]))
            #expect(schema["properties"]?.object?.keys == described.data.map(\.name), "\(described.type)")
        }
    }

    @Test func everyReferenceResolvesAndEverySchemaIsOne() throws {
        for object in methods {
            for param in object["params"]?.array ?? [] { try expectSchema(param["schema"]) }
            try expectSchema(object["result"]?["schema"])
        }
        for (_, schema) in components["schemas"]?.object?.members ?? [] { try expectSchema(schema) }
    }

    @Test func aPromptKeepsTheSchemaThatIsReferredTo() throws {
        let check = SchemaCheck(schemas: try #require(components["schemas"]?.object))
        let next = try #require(methods.first { $0["name"] == "tour.next" })
        let schema = try #require(next["result"]?["schema"]?.object)
        #expect(schema["$ref"] == "#/components/schemas/prompt")
        var prompt = Prompt(expect: .bin, say: "A-1")
        prompt.show.bin = "A-1"
        #expect(check.accepts(.object(prompt.json), schema))
        #expect(!check.accepts(["step": 1], schema))
    }

    @Test func theAnswerFitsOnALine() {
        #expect(JSONValue.object(document).description.utf8.count < WireLimits.lineBytesMax - 1_000)
    }

    private func expectContentDescriptor(_ object: JSONObject, _ what: String) {
        expectMembers(
            of: object, required: ["name", "schema"],
            optional: ["summary", "description", "required", "deprecated"], what)
        #expect(object["name"]?.string?.isEmpty == false && object["schema"]?.object != nil, "\(what)")
    }

    private func expectMembers(
        of object: JSONObject, required: [String], optional: [String], _ what: String
    ) {
        for name in required { #expect(object[name] != nil, "\(what) lacks \(name)") }
        for name in object.keys where !name.hasPrefix("x-") {
            #expect((required + optional).contains(name), "\(what) has \(name)")
        }
    }

    /// What a reference object names within the document.
    private func resolved(_ reference: JSONValue) throws -> JSONObject {
        #expect(reference.object?.keys == ["$ref"])
        let path = try #require(reference["$ref"]?.string)
        try #require(path.hasPrefix("#/"))
        var value = JSONValue.object(document)
        for name in path.dropFirst(2).split(separator: "/") { value = try #require(value[String(name)]) }
        return try #require(value.object)
    }

    private func expectSchema(_ value: JSONValue?) throws {
        let schema = try #require(value?.object)
        if schema["$ref"] != nil {
            _ = try resolved(.object(schema))
            return
        }
        let known = [
            "type", "description", "enum", "minimum", "maximum", "minLength", "maxLength", "pattern",
            "format",
            "items", "minItems", "maxItems", "properties", "required", "additionalProperties", "anyOf",
        ]
        #expect(schema.keys.allSatisfy(known.contains), "\(schema.keys)")
        let types = schema["type"]?.array ?? schema["type"].map { [$0] } ?? []
        let simple: [JSONValue] = ["string", "integer", "number", "boolean", "array", "object", "null"]
        #expect(types.allSatisfy(simple.contains) && (!types.isEmpty || schema["anyOf"] != nil))
        if let words = schema["enum"]?.array {
            #expect(!words.isEmpty && Set(words.map(\.description)).count == words.count)
        }
        if let pattern = schema["pattern"]?.string { _ = try Regex(pattern) }
        let properties = schema["properties"]?.object ?? [:]
        for name in schema["required"]?.array ?? [] { #expect(properties[name.string ?? ""] != nil) }
        for (_, property) in properties.members { try expectSchema(property) }
        for inner in schema["anyOf"]?.array ?? [] { try expectSchema(inner) }
        if let items = schema["items"] { try expectSchema(items) }
        if let other = schema["additionalProperties"], other.bool == nil { try expectSchema(other) }
    }
}
