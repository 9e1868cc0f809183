import JSON
import Testing

@testable import Fulfillment

@Suite struct FingerprintTests {
    private static let params: JSONObject = [
        "order_id": "O-1", "reason": "a \"b\"", "client": "", "a": [["d": 1.5, "c": "é"]],
    ]

    /// What versions before this one kept with the answer, all sixteen bytes of it.
    private static let whole: [UInt8] = [
        0xF4, 0xC1, 0xDE, 0xCD, 0x3A, 0x76, 0xFF, 0xC6, 0x5D, 0x4D, 0x1A, 0x2A, 0x70, 0xC7, 0x1C, 0x3B,
    ]
    private static let folded: [UInt8] = [0xA9, 0x8C, 0xC4, 0xE7, 0x4A, 0xB1, 0xE3, 0xFD]

    private static func fingerprint(_ params: JSONObject, method: String = "order.hold") -> Fingerprint {
        Fingerprint(method: method, params: params)
    }

    @Test func whatIsKeptIsTheSameInEveryVersion() {
        let fingerprint = Self.fingerprint(Self.params)
        #expect(fingerprint.bytes == Self.folded)
        #expect(fingerprint.matches(Self.folded) && fingerprint.matches(Self.whole))
        #expect(!fingerprint.matches([]) && !fingerprint.matches(Array(Self.whole.prefix(8))))
    }

    @Test func theOrderOfMembersIsNoDifference() {
        let sorted: JSONObject = [
            "a": [["c": "é", "d": 1.5]], "client": "", "order_id": "O-1", "reason": "a \"b\"",
        ]
        #expect(Self.fingerprint(sorted) == Self.fingerprint(Self.params))
    }

    @Test func everythingElseIs() {
        let fingerprint = Self.fingerprint(Self.params)
        #expect(!fingerprint.matches(Self.fingerprint(Self.params, method: "order.resume").bytes))
        for (key, value) in [("order_id", "O-2"), ("more", ""), ("client", .null)] as [(String, JSONValue)] {
            var params = Self.params
            params[key] = value
            #expect(!fingerprint.matches(Self.fingerprint(params).bytes), "\(key)")
        }
    }
}
