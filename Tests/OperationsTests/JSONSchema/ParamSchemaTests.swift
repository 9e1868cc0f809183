import JSON
import LineProtocol
import Testing

@testable import Operations

/// A schema takes what is taken, and refuses what a schema can tell is wrong.
@Suite struct ParamSchemaTests {
    static let right: [(ParamType, [JSONValue])] = [
        (.quantity, [1, 2]), (.count, [0]), (.id, ["A b", "x"]), (.code, ["\u{1D}10AB "]),
        (.codeOrNumber, ["00106141411234567897", 12]), (.sequence, [9001, "9001"]),
        (.commandID, ["h07-812_x.y"]), (.digits(18...18), ["106141410000000019"]),
        (.money, ["4.20", "0.00"]),
        (.date, ["2024-02-29"]), (.time, ["2026-05-06T14:00:00Z"]), (.sizeMM, [[1, 2, 3]]),
        (.choice(["a", "b"]), ["b"]), (.choiceOrList(["a"], of: ["x", "y"]), ["a", ["x"], ["y", "x"]]),
        (.flag, [true, false]), (.untouched, [["a": [1, nil]]]), (.list(of: .id, max: 2), [[], ["a", "b"]]),
        (.decimal(-90...90), [40.71, -90]), (.map(of: .quantity), [["a": 1]]), (.note, [""]),
    ]

    static let wrong: [(ParamType, [JSONValue])] = [
        (.quantity, [0, 2.5, "2", nil, true]), (.count, [-1, .int(1 << 53)]),
        (.id, ["", " A", "A ", "A\u{7}", 7, nil, .string(String(repeating: "A", count: 65))]),
        (.code, ["", 7]), (.codeOrNumber, ["", nil, 1.5]), (.sequence, [-1, "", "x", 1.5]),
        (.commandID, ["", "h07/812", "å"]), (.digits(18...18), ["1", "10614141000000001x"]),
        (.money, ["4.2", "-4.20", "4", ".20", 4.2]), (.date, [20_240_229]), (.time, [nil]),
        (.sizeMM, [[1, 2], [1, 2, 0], [1, 2, 2.5], [30_001, 2, 1], "1,2,3"]), (.choice(["a", "b"]), ["c"]),
        (.choiceOrList(["a"], of: ["x", "y"]), ["x", [], ["a"], ["x", 1], 7]), (.flag, [1, "true"]),
        (.untouched, ["a", []]), (.list(of: .id, max: 2), [["a", "b", "c"], [1], "a"]),
        (.decimal(-90...90), [91, "40.71"]), (.map(of: .quantity), [["a": 0], []]),
        (.text(maxBytes: 2), ["abc", 7]),
    ]

    @Test(arguments: right) func whatIsTakenKeepsTheSchema(type: ParamType, values: [JSONValue]) {
        for value in values {
            #expect(SchemaCheck().accepts(value, type.schema(by: .caller)), "\(type): \(value)")
        }
    }

    @Test(arguments: wrong) func whatIsWrongBreaksTheSchema(type: ParamType, values: [JSONValue]) {
        for value in values {
            #expect(!SchemaCheck().accepts(value, type.schema(by: .caller)), "\(type): \(value)")
        }
    }

    @Test func callersMayAddNothingAndTheDaemonMay() {
        let params: [Param] = [.required("bin", .id, "Where."), .optional("qty", .quantity, "How many.")]
        let more: JSONValue = ["bin": "A-1", "moon": "full"]
        #expect(!SchemaCheck().accepts(more, params.schema(by: .caller)))
        #expect(SchemaCheck().accepts(more, params.schema(by: .daemon)))
        #expect(!SchemaCheck().accepts(["qty": 1], params.schema(by: .daemon)))
    }

    @Test(arguments: Method.all.map(\.name)) func samplesOfAMethodKeepItsSchemas(name: String) throws {
        let method = try #require(Method.named(name))
        var samples = SampleValues(offset: 1)
        let (given, result) = (samples.object(of: method.params), samples.object(of: method.result))
        #expect(SchemaCheck().accepts(.object(given), method.params.schema(by: .caller)))
        #expect(SchemaCheck().accepts(.object(result), method.result.schema(by: .daemon)))
    }
}
