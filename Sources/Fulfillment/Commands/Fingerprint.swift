import Domain
import JSON

/// A 128-bit fingerprint of a command's method and parameters, equal for the same parameters in any order.
///
/// FNV-1a (Fowler, Noll and Vo 1991) over the canonical text. It distinguishes a repeat from a reuse of a command id;
/// it is no defence against somebody who builds collisions, who would only deceive himself.
struct Fingerprint: Equatable, Sendable {
    let bytes: [UInt8]

    init(method: String, params: JSONObject) {
        var text = Array(method.utf8)
        text.append(0)
        JSONValue.object(params.canonical).write(to: &text)
        var hash: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
        for byte in text {
            hash ^= UInt128(byte)
            hash &*= 0x0000_0000_0100_0000_0000_0000_0000_013B
        }
        bytes = (0..<16).map { UInt8(truncatingIfNeeded: hash >> (8 * (15 - $0))) }
    }
}
