import Common
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

    @Test("It is that of a slow writer and a slow hash", arguments: seeds)
    func slowly(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<200 {
            let params = Self.object(depth: 3, &random)
            #expect(Self.fingerprint(params).bytes == Self.slowBytes(params), "seed \(seed): \(params)")
        }
    }

    // MARK: The slow way

    private static func slowBytes(_ params: JSONObject) -> [UInt8] {
        var hash: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
        for byte in Array("order.hold".utf8) + [0] + Array(slowText(.object(params)).utf8) {
            hash ^= UInt128(byte)
            var product: UInt128 = 0
            // The bits of the prime.
            for bit in [0, 1, 3, 4, 5, 8, 88] { product &+= hash << bit }
            hash = product
        }
        let folded = UInt64(truncatingIfNeeded: hash) ^ UInt64(truncatingIfNeeded: hash >> 64)
        return (0..<8).map { UInt8(truncatingIfNeeded: folded >> (56 - 8 * $0)) }
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
