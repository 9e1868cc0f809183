/// Turns the bytes of a terminal in raw mode into keys: UTF-8, control characters, and the escape sequences of
/// ECMA-48 and xterm ("XTerm Control Sequences").
struct KeyDecoder {
    private var bytes: [UInt8] = []
    private var pasted: [UInt8]?

    private static let escape: UInt8 = 0x1B
    private static let pasteEnd = Array("\u{1B}[201~".utf8)
    /// No sequence that a terminal sends is longer; what goes on is no sequence.
    private static let sequenceBytesMax = 32

    mutating func append(_ more: some Sequence<UInt8>) { bytes += more }

    /// The next key; nil where more bytes are needed for it.
    mutating func next() -> Key? {
        if pasted != nil { return nextOfPaste() }
        guard let first = bytes.first else { return nil }
        if first == Self.escape { return nextSequence() }
        if first < 0x20 || first == 0x7F {
            bytes.removeFirst()
            return Self.control(first)
        }
        return nextCharacter(first)
    }

    /// Nothing more has come for a while: an escape that has begun no sequence is the key itself.
    mutating func endOfBurst() -> Key? {
        guard pasted == nil, !bytes.isEmpty else { return nil }
        bytes = []
        return .escape
    }

    private mutating func nextCharacter(_ first: UInt8) -> Key? {
        let count = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard bytes.count >= count else { return nil }
        let character = bytes.prefix(count)
        guard let text = String(validating: character, as: UTF8.self) else {
            bytes.removeFirst()
            return .other
        }
        bytes.removeFirst(count)
        return text == text.terminalSafeLine ? .text(text) : .other
    }

    private mutating func nextOfPaste() -> Key? {
        guard let end = bytes.firstRange(of: Self.pasteEnd) else { return nil }
        let text = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
        bytes.removeFirst(end.upperBound)
        pasted = nil
        return .paste(text)
    }

    private mutating func nextSequence() -> Key? {
        guard bytes.count > 1 else { return nil }
        switch bytes[1] {
        case UInt8(ascii: "["), UInt8(ascii: "O"): return nextLongSequence()
        default:
            let key = Self.alternate(bytes[1])
            bytes.removeFirst(2)
            return key
        }
    }

    /// `ESC [` or `ESC O`, digits and semicolons, and a final byte.
    private mutating func nextLongSequence() -> Key? {
        guard let end = bytes.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) }) else {
            if bytes.count > Self.sequenceBytesMax { bytes = [] }
            return nil
        }
        let parameters = String(decoding: bytes[2..<end], as: UTF8.self)
        let final = bytes[end]
        bytes.removeFirst(end + 1)
        if final == UInt8(ascii: "~"), parameters == "200" {
            pasted = []
            return nextOfPaste()
        }
        return Self.sequence(parameters, final)
    }

    private static func sequence(_ parameters: String, _ final: UInt8) -> Key {
        let isByWord = parameters.hasSuffix(";5") || parameters.hasSuffix(";3")
        switch (Character(Unicode.Scalar(final)), parameters) {
        case ("A", _): return .up
        case ("B", _): return .down
        case ("C", _): return isByWord ? .wordRight : .right
        case ("D", _): return isByWord ? .wordLeft : .left
        case ("H", _), ("~", "1"), ("~", "7"): return .home
        case ("F", _), ("~", "4"), ("~", "8"): return .end
        case ("~", "3"): return .delete
        default: return .other
        }
    }

    /// A key pressed together with Alt.
    private static func alternate(_ byte: UInt8) -> Key {
        switch byte {
        case UInt8(ascii: "b"): .wordLeft
        case UInt8(ascii: "f"): .wordRight
        case UInt8(ascii: "d"): .eraseWordRight
        case 0x7F, 0x08: .eraseWordLeft
        default: .other
        }
    }

    /// Control characters mean what they mean in readline's Emacs mode.
    private static func control(_ byte: UInt8) -> Key {
        if byte == 0x7F { return .backspace }
        let letter = Character(Unicode.Scalar(byte | 0x40))
        let keys: [Character: Key] = [
            "A": .home, "B": .left, "C": .interrupt, "D": .endOfInput, "E": .end, "F": .right, "G": .cancel,
            "H": .backspace, "I": .tab, "J": .enter, "K": .eraseToEnd, "L": .clearScreen, "M": .enter,
            "N": .down, "P": .up, "R": .search, "U": .eraseToStart, "W": .eraseWordLeft, "Y": .reinsert,
            "Z": .suspend,
        ]
        return keys[letter] ?? .other
    }
}
