import JSON

/// A fingerprint of a command's method and parameters, equal for the same parameters in any order.
///
/// FNV-1a (Fowler, Noll and Vo 1991) in 128 bits over the canonical text, folded to 64. It distinguishes a repeat from a
/// reuse of one command id; it is no defence against somebody who builds collisions, who would only deceive himself.
struct Fingerprint: Equatable, Sendable {
    private let hash: UInt128

    /// - Complexity: linear in the bytes of the params; an object's members are sorted.
    init(method: String, params: JSONObject) {
        var text: [UInt8] = []
        text.reserveCapacity(JSONWriter.textBytesExpected)
        text.append(contentsOf: method.utf8)
        text.append(0)
        params.writeCanonical(to: &text)
        var hash: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
        for byte in text {
            hash ^= UInt128(byte)
            hash &*= 0x0000_0000_0100_0000_0000_0000_0000_013B
        }
        self.hash = hash
    }

    /// 48 bits with a sign, as it is kept with the answer: one reuse in 10¹⁴ would pass for a repeat.
    var number: Int { Int(Int64(truncatingIfNeeded: hash ^ (hash >> 64)) >> 16) }
}
