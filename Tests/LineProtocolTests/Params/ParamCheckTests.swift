import JSON
import Testing

@testable import LineProtocol

@Suite struct ParamCheckTests {
    static let right: [(ParamType, [JSONValue])] = [
        (.quantity, [1, 2.0]),
        (.count, [0, .int((1 << 53) - 1)]),
        (.id, ["A b"]),
        (.code, ["\u{1D}10AB "]),
        (.codeOrNumber, ["00106141411234567897", 12]),
        (.sequence, [9001, "9001", 0]),
        (.commandID, ["h07-812_x.y"]),
        (.money, ["4.20", "0.00"]),
        (.date, ["2024-02-29"]),
        (.time, ["2026-05-06T14:00:00Z", "2026-05-06T14:00:00.25Z", "2026-05-06T14:00:00+02:00"]),
        (.sizeMM, [[1, 2, 3], [30_000, 2, 1]]),
        (.choice(["a", "b"]), ["b"]),
        (.choiceOrList(["a"], of: ["x", "y"]), ["a", ["x"], ["y", "x"]]),
        (.flag, [true, false]),
        (.untouched, [["a": [1, nil]]]),
        (.list(of: .id, max: 2), [[], ["a", "b"]]),
        (.decimal(-90...90), [40.71, -90]),
        (.map(of: .quantity), [["a": 1]]),
    ]

    static let wrong: [(ParamType, [JSONValue])] = [
        (.quantity, [0, 2.5, "2", nil, true]),
        (.count, [-1, .int(1 << 53)]),
        (.id, ["", " A", "A ", "A\u{7}", 7, nil, .string(String(repeating: "A", count: 65))]),
        (.choiceOrList(["a"], of: ["x", "y"]), ["x", [], ["a"], ["x", 1], 7]),
        (.code, ["", 7]),
        (.codeOrNumber, ["", nil, 1.5]),
        (.sequence, [-1, "-1", "x", nil, 1.5]),
        (.commandID, ["", "h07/812", "å"]),
        (.money, ["4.2", "-4.20", "4", ".20", 4.2]),
        (.date, ["2026-02-29", "2026-13-01", "26-01-01", "2026-02-2"]),
        (.time, ["2026-05-06T14:00Z", "2026-05-06T24:00:00Z", "2026-05-06T14:00:00+2", "2026-05-06"]),
        (.sizeMM, [[1, 2], [1, 2, 0], [1, 2, 2.5], [30_001, 2, 1], "1,2,3"]),
        (.choice(["a", "b"]), ["c"]),
        (.flag, [1, "true"]),
        (.untouched, ["a", []]),
        (.list(of: .id, max: 2), [["a", "b", "c"], [1], "a"]),
        (.decimal(-90...90), [91, "40.71"]),
        (.map(of: .quantity), [["a": 0], []]),
    ]

    @Test(arguments: right) func valuesOfATypePass(type: ParamType, values: [JSONValue]) {
        for value in values { #expect(faults(value, type).isEmpty, "\(value)") }
    }

    @Test(arguments: wrong) func otherValuesAreNamed(type: ParamType, values: [JSONValue]) {
        for value in values {
            let faults = faults(value, type)
            #expect(faults.count == 1 && faults[0].path.hasPrefix("it"), "\(value)")
        }
    }

    private func faults(_ value: JSONValue, _ type: ParamType) -> [ParamFault] {
        var check = ParamCheck()
        _ = check.object(JSONObject([("it", value)]), as: [.required("it", type, "")])
        return check.faults
    }

    @Test func everyFaultIsNamedWithItsPath() {
        var check = ParamCheck()
        let order: JSONObject = [
            "order_id": "O", "items": [["sku": "A", "qty": 0], ["sko": "B", "qty": 1]],
        ]
        let declared: [Param] = [
            .required("order_id", .id, ""),
            .required(
                "items",
                .list(of: .object([.required("sku", .id, ""), .required("qty", .quantity, "")]), max: 9), ""),
        ]
        _ = check.object(order, as: declared, at: "order")
        #expect(check.faults.map(\.path) == ["order.items.0.qty", "order.items.1.sko", "order.items.1.sku"])
        #expect(check.faults[1].nearest == "sku")
    }

    @Test func wholeNumbersComeOutWhole() {
        var check = ParamCheck()
        #expect(check.object(["qty": 3.0], as: [.required("qty", .quantity, "")])["qty"] == .int(3))
    }

    static let choices: [(JSONObject, Int)] = [
        (["order_id": "O"], 0), (["all": true], 0), (["order_id": "O", "all": false], 0),
        (["order_id": "O", "all": true], 1), (["all": false], 1), ([:], 1),
    ]

    @Test(arguments: choices)
    func exactlyOneMeansOne(params: JSONObject, faults: Int) {
        var check = ParamCheck()
        check.rule(.exactlyOne(["order_id", "all"]), params)
        #expect(check.faults.count == faults)
    }
}
