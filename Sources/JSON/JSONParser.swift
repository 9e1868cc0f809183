/// A strict reader of RFC 8259 text: no duplicate keys, no trailing text, bounded depth.
///
/// Foundation's decoders keep one of two equal keys silently; a command whose meaning depends on which
/// one was kept must be refused instead.
struct JSONParser {
    /// Deeper text is refused so that the recursion cannot exhaust the stack.
    static let depthMax = 64
    /// Members of one object up to which a key is compared with each before it: dearer than a set in a large object,
    /// and far cheaper in those of a request.
    private static let keysComparedMax = 16
    /// Room for the members of most objects, so that few grow while they are read.
    private static let membersExpected = 4
    /// Digits that an `Int` holds whatever they are.
    private static let plainDigitsMax = 18

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var depth = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func parseDocument() throws(JSONFault) -> JSONValue {
        skipSpace()
        let value = try parseValue()
        skipSpace()
        assert(depth == 0 && position <= bytes.count, "read as far as \(position) of \(bytes.count) bytes")
        if position < bytes.count { throw fault("text after the end of the value") }
        return value
    }

    private mutating func parseValue() throws(JSONFault) -> JSONValue {
        guard let byte = peek else { throw fault("the text ends where a value was expected") }
        switch byte {
        case UInt8(ascii: "{"): return .object(try parseObject())
        case UInt8(ascii: "["): return .array(try parseArray())
        case UInt8(ascii: "\""): return .string(try parseString())
        case UInt8(ascii: "t"): return try parseWord("true", .bool(true))
        case UInt8(ascii: "f"): return try parseWord("false", .bool(false))
        case UInt8(ascii: "n"): return try parseWord("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try parseNumber()
        default: throw fault("expected a value")
        }
    }

    private mutating func parseObject() throws(JSONFault) -> JSONObject {
        try descend()
        defer { depth -= 1 }
        var object = JSONObject()
        var keys: Set<String> = []
        position += 1
        skipSpace()
        if consume(UInt8(ascii: "}")) { return object }
        object.reserveCapacity(Self.membersExpected)
        while true {
            skipSpace()
            let keyStart = position
            guard peek == UInt8(ascii: "\"") else { throw fault("expected a key in quotes") }
            let key = try parseString()
            if stands(key, in: object, &keys) { throw .duplicateKey(key, byte: keyStart) }
            skipSpace()
            guard consume(UInt8(ascii: ":")) else { throw fault("expected ':' after the key \"\(key)\"") }
            skipSpace()
            object.append(key, try parseValue())
            skipSpace()
            if consume(UInt8(ascii: "}")) { return object }
            guard consume(UInt8(ascii: ",")) else { throw fault("expected ',' or '}' in an object") }
        }
    }

    /// Whether `object` has this key already.
    ///
    /// - Parameter keys: those of a large object, filled here.
    private func stands(_ key: String, in object: JSONObject, _ keys: inout Set<String>) -> Bool {
        if object.count < Self.keysComparedMax { return object.contains(key) }
        if keys.isEmpty { keys = Set(object.keys) }
        return !keys.insert(key).inserted
    }

    private mutating func parseArray() throws(JSONFault) -> [JSONValue] {
        try descend()
        defer { depth -= 1 }
        var elements: [JSONValue] = []
        position += 1
        skipSpace()
        if consume(UInt8(ascii: "]")) { return elements }
        while true {
            skipSpace()
            elements.append(try parseValue())
            skipSpace()
            if consume(UInt8(ascii: "]")) { return elements }
            guard consume(UInt8(ascii: ",")) else { throw fault("expected ',' or ']' in a list") }
        }
    }

    private mutating func parseString() throws(JSONFault) -> String {
        assert(peek == UInt8(ascii: "\""), "a text begins with its quote")
        position += 1
        let start = position
        while let byte = peek, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
            position += 1
        }
        if peek == UInt8(ascii: "\"") {
            defer { position += 1 }
            return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
        }
        var text = Array(bytes[start..<position])
        while let byte = peek {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): try parseEscape(into: &text)
            case 0..<0x20:
                position -= 1
                throw fault("a control character in a text must be written as an escape")
            default: text.append(byte)
            }
        }
        throw fault("a text without its closing quote")
    }

    private mutating func parseEscape(into text: inout [UInt8]) throws(JSONFault) {
        guard let byte = peek else { throw fault("a text without its closing quote") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text.append(contentsOf: Array(Character(try parseScalar()).utf8))
        default: throw fault("an unknown escape")
        }
    }

    private mutating func parseScalar() throws(JSONFault) -> Unicode.Scalar {
        let high = try parseHex4()
        if let scalar = Unicode.Scalar(high) { return scalar }
        guard high < 0xDC00, consume(UInt8(ascii: "\\")), consume(UInt8(ascii: "u")) else {
            throw fault("half of a surrogate pair")
        }
        let low = try parseHex4()
        guard (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
        else { throw fault("half of a surrogate pair") }
        return scalar
    }

    private mutating func parseHex4() throws(JSONFault) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw fault("expected four hexadecimal digits")
            }
            value = value << 4 + UInt32(digit)
            position += 1
        }
        return value
    }

    private mutating func parseNumber() throws(JSONFault) -> JSONValue {
        let start = position
        var isWhole = true
        _ = consume(UInt8(ascii: "-"))
        let hasLeadingZero = peek == UInt8(ascii: "0")
        let digits = skipDigits()
        guard digits > 0, !(hasLeadingZero && digits > 1) else { throw fault("not a number") }
        if consume(UInt8(ascii: ".")) {
            isWhole = false
            guard skipDigits() > 0 else { throw fault("expected digits after '.'") }
        }
        if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
            isWhole = false
            position += 1
            if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { position += 1 }
            guard skipDigits() > 0 else { throw fault("expected digits in the exponent") }
        }
        let spelled = UnsafeBufferPointer(rebasing: bytes[start..<position])
        if isWhole, digits <= Self.plainDigitsMax { return .int(Self.plainInt(spelled)) }
        let text = String(decoding: spelled, as: UTF8.self)
        if isWhole, let value = Int(text) { return .int(value) }
        guard let value = Double(text), value.isFinite else { throw fault("the number is too large") }
        return .double(value)
    }

    /// A whole number of few digits, with its sign.
    private static func plainInt(_ spelled: UnsafeBufferPointer<UInt8>) -> Int {
        let isNegative = spelled.first == UInt8(ascii: "-")
        assert(spelled.count <= plainDigitsMax + (isNegative ? 1 : 0), "more digits than an Int holds")
        var value = 0
        for digit in spelled.dropFirst(isNegative ? 1 : 0) {
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return isNegative ? -value : value
    }

    private mutating func parseWord(_ word: StaticString, _ value: JSONValue) throws(JSONFault) -> JSONValue {
        let length = word.utf8CodeUnitCount
        guard position + length <= bytes.count,
            (0..<length).allSatisfy({ bytes[position + $0] == word.utf8Start[$0] })
        else { throw fault("expected \(word)") }
        position += length
        return value
    }

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func consume(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipDigits() -> Int {
        let start = position
        while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        return position - start
    }

    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private mutating func descend() throws(JSONFault) {
        depth += 1
        if depth > Self.depthMax { throw .tooDeep(byte: position) }
    }

    private func fault(_ message: String) -> JSONFault { .syntax(message, byte: position) }
}
