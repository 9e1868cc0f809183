/// The symbology identifier that a scanner puts in front of a code: `]`, a letter and a modifier
/// (ISO/IEC 15424).
public struct ScannedSymbology: Hashable, Sendable, CustomStringConvertible {
    /// Three characters, such as `]C1`.
    public let prefix: String

    public var description: String { prefix }

    enum Carries { case elementStrings, gtin, maybeLink, plain }

    var carries: Carries {
        switch prefix {
        case "]C1", "]e0", "]d2", "]Q3", "]J1": .elementStrings
        case "]E0", "]E4", "]I1": .gtin
        case "]d1", "]Q1", "]Q2", "]Q0", "]z0", "]z1", "]J0": .maybeLink
        default: .plain
        }
    }

    /// Removes the identifier from the front of a scan.
    static func split(_ raw: String) -> (ScannedSymbology?, text: String) {
        let head = Array(raw.utf8.prefix(3))
        guard head.count == 3, head[0] == UInt8(ascii: "]"),
            (0x41...0x5A).contains(head[1] & 0xDF), Character(Unicode.Scalar(head[2])).isHexDigit
        else { return (nil, raw) }
        let prefix = String(decoding: head, as: UTF8.self)
        return (ScannedSymbology(prefix: prefix), String(raw.dropFirst(3)))
    }
}
