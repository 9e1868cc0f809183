import Common
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

    @Test("It is that of a slow writer and a slow hash", arguments: seeds)
    func slowly(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<200 {
            let params = Self.object(depth: 3, &random)
            #expect(Self.fingerprint(params).number == Self.slowNumber(params), "seed \(seed): \(params)")
        }
    }

    // MARK: The slow way

    private static func slowNumber(_ params: JSONObject) -> Int {
        var hash: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
        for byte in Array("order.hold".utf8) + [0] + Array(slowText(.object(params)).utf8) {
            hash ^= UInt128(byte)
            var product: UInt128 = 0
            // The bits of the prime.
            for bit in [0, 1, 3, 4, 5, 8, 88] { product &+= hash << bit }
            hash = product
        }
        let folded = UInt64(truncatingIfNeeded: hash) ^ UInt64(truncatingIfNeeded: hash >> 64)
        // Divided with its sign, rounded down.
        return Int(Double(Int64(bitPattern: folded & ~0xFFFF)) / 65_536)
    }

    private static func slowText(_ value: JSONValue) -> String {
        switch value {
        case .array(let elements): return "[" + elements.map(slowText).joined(separator: ",") + "]"
        case .object(let object):
            let sorted = object.members.sorted { left, right in
                Array(left.key.utf8).lexicographicallyPrecedes(Array(right.key.utf8))
            }
            let members = sorted.map { "\(JSONValue.string($0.key)):\(slowText($0.value))" }
            return "{" + members.joined(separator: ",") + "}"
        default: return value.description
        }
    }

    // MARK: What is drawn

    private static func object(depth: Int, _ random: inout SplitMix64) -> JSONObject {
        var object = JSONObject()
        for _ in 0..<random.next(in: 0...9) {
            object[key(&random)] = value(depth: depth - 1, &random)
        }
        return object
    }

    /// Many of them have the same first bytes, or are the beginning of others.
    private static func key(_ random: inout SplitMix64) -> String {
        var key = ["", "deliver", "delivery", "estimated_"][random.next(below: 4)]
        let parts = ["a", "b", "_", "\u{0}", "é", "\"", "日"]
        for _ in 0..<random.next(in: 0...3) { key += parts[random.next(below: parts.count)] }
        return key
    }

    private static func value(depth: Int, _ random: inout SplitMix64) -> JSONValue {
        switch random.next(below: depth > 0 ? 7 : 5) {
        case 0: .null
        case 1: .bool(random.next(below: 2) == 0)
        case 2: .int(random.next(in: 0...1_000_000) - 500_000)
        case 3: .double(Double(random.next(in: 0...1_000_000)) / 7)
        case 4: .string(key(&random))
        case 5: .array((0..<random.next(in: 0...3)).map { _ in value(depth: depth - 1, &random) })
        default: .object(object(depth: depth, &random))
        }
    }
}
