import JSON
import Testing

@testable import Fulfillment

@Suite struct FingerprintTests {
    private static let params: JSONObject = [
        "order_id": "O-1", "reason": "a \"b\"", "client": "", "a": [["d": 1.5, "c": "é"]],
    ]

    private static func fingerprint(_ params: JSONObject, method: String = "order.hold") -> Fingerprint {
        Fingerprint(method: method, params: params)
    }

    @Test func whatIsKeptIsTheSameInEveryVersion() {
        let hash = 0xA98C_C4E7_4AB1_E3FD as UInt64
        #expect(Self.fingerprint(Self.params).number == Int(Int64(bitPattern: hash) >> 16))
    }

    @Test func theOrderOfMembersIsNoDifference() {
        let sorted: JSONObject = [
            "a": [["c": "é", "d": 1.5]], "client": "", "order_id": "O-1", "reason": "a \"b\"",
        ]
        #expect(Self.fingerprint(sorted) == Self.fingerprint(Self.params))
    }

    @Test func everythingElseIs() {
        let fingerprint = Self.fingerprint(Self.params)
        #expect(fingerprint.number != Self.fingerprint(Self.params, method: "order.resume").number)
        for (key, value) in [("order_id", "O-2"), ("more", ""), ("client", .null)] as [(String, JSONValue)] {
            var params = Self.params
            params[key] = value
            #expect(fingerprint.number != Self.fingerprint(params).number, "\(key)")
        }
    }
}
