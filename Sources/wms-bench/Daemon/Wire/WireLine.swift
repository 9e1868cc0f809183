import Glibc

/// One line as it was received, searched for single members without being parsed whole.
///
/// The load shares its cores with the daemon, so that every microsecond spent here is one less there. A member
/// is found by its name in quotes with a colon, which a text cannot hold unescaped; the first one of a name
/// counts. Texts are taken as they stand: what this load makes itself needs no escapes.
///
/// Valid only while it is handed over.
struct WireLine {
    let bytes: UnsafeRawBufferPointer

    /// Whether there is a member of this name.
    ///
    /// - Complexity: linear in the bytes before it.
    func has(_ name: Name) -> Bool { end(of: name) != nil }

    /// A whole number.
    func int(_ name: Name) -> Int? { end(of: name).flatMap(digits(at:)) }

    /// Whether there is a member of this name that is true.
    func flag(_ name: Name) -> Bool { end(of: name).map { byte(at: $0) == UInt8(ascii: "t") } ?? false }

    /// A text, or a whole number as it is written; nil for other values.
    func text(_ name: Name) -> String? {
        guard let start = end(of: name) else { return nil }
        return quoted(at: start)?.text ?? digits(at: start).map(String.init)
    }

    /// The texts of a list.
    func texts(_ name: Name) -> [String] {
        guard var index = end(of: name), byte(at: index) == UInt8(ascii: "[") else { return [] }
        var texts: [String] = []
        while let found = quoted(at: index + 1) {
            texts.append(found.text)
            index = found.end
            guard byte(at: index) == UInt8(ascii: ",") else { break }
        }
        return texts
    }

    /// The beginning of the line, for messages.
    var beginning: String { String(decoding: bytes.prefix(400), as: UTF8.self) }

    private func byte(at index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

    /// Where the value of a member begins.
    private func end(of name: Name) -> Int? {
        let pattern = name.pattern
        guard let base = bytes.baseAddress, bytes.count >= pattern.count else { return nil }
        return pattern.withUnsafeBytes { wanted in
            var index = 0
            let last = bytes.count - pattern.count
            while index <= last, let quote = memchr(base + index, Int32(pattern[0]), last - index + 1) {
                index = UnsafeRawPointer(quote) - base
                if memcmp(quote, wanted.baseAddress!, pattern.count) == 0 { return index + pattern.count }
                index += 1
            }
            return nil
        }
    }

    private func quoted(at index: Int) -> (text: String, end: Int)? {
        guard byte(at: index) == UInt8(ascii: "\""),
            let end = bytes[(index + 1)...].firstIndex(of: UInt8(ascii: "\""))
        else { return nil }
        return (String(decoding: bytes[(index + 1)..<end], as: UTF8.self), end + 1)
    }

    private func digits(at index: Int) -> Int? {
        let digits = bytes[index...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return digits.isEmpty ? nil : digits.reduce(0) { $0 &* 10 &+ Int($1 - UInt8(ascii: "0")) }
    }
}

extension WireLine {
    /// The name of a member as it stands in a line.
    struct Name: ExpressibleByStringLiteral {
        fileprivate let pattern: [UInt8]

        init(stringLiteral name: String) { pattern = Array("\"\(name)\":".utf8) }
    }
}

extension WireLine.Name {
    static let result: Self = "result"
    static let session: Self = "session"
    static let step: Self = "step"
    static let expect: Self = "expect"
    static let tote: Self = "tote"
    static let bin: Self = "bin"
    static let barcode: Self = "barcode"
    static let sku: Self = "sku"
    static let quantity: Self = "qty"
}
