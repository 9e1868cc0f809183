/// JSON text that is put together value by value, with no `JSONValue` in between: the same bytes that
/// `JSONValue.description` gives.
///
///     var text = JSONWriter()
///     text.beginObject()
///     text.key("qty")
///     text.write(2)
///     text.endObject()          // {"qty":2}
public struct JSONWriter {
    /// Room for the text of most answers, so that few grow while they are written.
    public static let textBytesExpected = 512

    public private(set) var bytes: [UInt8] = []
    private var needsComma = false

    public init() { bytes.reserveCapacity(Self.textBytesExpected) }

    public var text: String { String(decoding: bytes, as: UTF8.self) }

    // MARK: Objects and lists

    public mutating func beginObject() { begin(UInt8(ascii: "{")) }
    public mutating func endObject() { end(UInt8(ascii: "}")) }
    public mutating func beginArray() { begin(UInt8(ascii: "[")) }
    public mutating func endArray() { end(UInt8(ascii: "]")) }

    /// The key of the member whose value is written next.
    public mutating func key(_ key: JSONKey) {
        separate()
        bytes.append(contentsOf: key.bytes)
        needsComma = false
    }

    // MARK: Values

    public mutating func write(_ value: Int) {
        separate()
        if (0..<10).contains(value) {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value))
        } else {
            bytes.append(contentsOf: String(value).utf8)
        }
    }

    /// - Parameter value: numbers that are not finite have no spelling in JSON and are written as `null`.
    public mutating func write(_ value: Double) { write(.double(value)) }

    public mutating func write(_ value: Bool) { write(.bool(value)) }

    public mutating func write(_ value: String) {
        separate()
        JSONValue.writeQuoted(value, to: &bytes)
    }

    public mutating func write(_ value: JSONValue) {
        separate()
        value.write(to: &bytes)
    }

    // MARK: Commas

    private mutating func begin(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func end(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    /// A value follows: a comma stands before it where one was written before, in the same object or list.
    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }
}

/// The key of a member as it stands in the text, quoted once for all.
public struct JSONKey: Sendable, ExpressibleByStringLiteral {
    let bytes: [UInt8]

    public init(_ name: String) {
        var bytes: [UInt8] = []
        JSONValue.writeQuoted(name, to: &bytes)
        self.bytes = bytes + [UInt8(ascii: ":")]
    }

    public init(stringLiteral name: String) { self.init(name) }
}
