internal import Common

/// GS1 Digital Link: element strings as a web address, so that a telephone can follow what a scanner reads.
///
///     https://id.gs1.org/00/106141411234567897
///
/// The path holds the primary key and its qualifiers in their fixed order, the query what else is known
/// (GS1 Digital Link Standard: URI Syntax, release 1.4).
enum DigitalLink {
    static let defaultDomain = "https://id.gs1.org"

    /// The AIs that may come first in the path, with the qualifiers that may follow, in order.
    private static let keys: [(ai: String, qualifiers: [String])] = [
        ("00", []), ("01", ["22", "10", "21", "235"]), ("8006", ["22", "10", "21"]), ("253", []), ("255", []),
        ("401", []), ("402", []), ("414", ["254", "7040"]), ("415", ["8020"]), ("417", ["7040"]),
        ("8003", []),
        ("8004", ["7040"]), ("8010", ["8011"]), ("8013", []), ("8017", ["8019"]), ("8018", ["8019"]),
    ]

    /// The address of `elements`.
    ///
    /// - Throws: ``GS1Fault/notElementStrings(_:)`` where none of them is a primary key.
    static func uri(_ elements: [ElementString], domain: String = defaultDomain) throws(GS1Fault) -> String {
        guard let key = keys.first(where: { key in elements.contains { $0.ai == key.ai } }) else {
            throw .notElementStrings(elements.map(\.description).joined())
        }
        let inPath = [key.ai] + key.qualifiers
        let path = inPath.flatMap { ai in elements.filter { $0.ai == ai } }
        let query = elements.filter { !inPath.contains($0.ai) }
        var text = domain
        for element in path { text += "/\(element.ai)/\(escaped(element.value))" }
        for (index, element) in query.enumerated() {
            text += (index == 0 ? "?" : "&") + "\(element.ai)=\(escaped(element.value))"
        }
        return text
    }

    /// Reads the element strings out of a web address.
    ///
    /// - Returns: nil where the text is no address or its path holds no primary key.
    /// - Throws: ``GS1Fault`` where a value in it breaks a rule.
    static func parse(_ text: String) throws(GS1Fault) -> [ElementString]? {
        guard let address = afterScheme(text) else { return nil }
        let beforeFragment = address.prefix { $0 != "#" }
        let pathText = beforeFragment.prefix { $0 != "?" }
        let segments = pathText.split(separator: "/").dropFirst().map(String.init)
        guard let start = segments.indices.first(where: { isKey(segments, at: $0) }) else { return nil }
        var found: [ElementString] = []
        for index in stride(from: start, to: segments.endIndex, by: 2) {
            found.append(try element(segments[index], segments[index + 1]))
        }
        for pair in beforeFragment.dropFirst(pathText.count + 1).split(separator: "&") {
            let halves = pair.split(separator: "=", maxSplits: 1)
            // Other parameters of the address, such as linkType or a shop's own number, say nothing of the goods.
            guard halves.count == 2, ApplicationIdentifier.named(String(halves[0])) != nil else { continue }
            found.append(try element(String(halves[0]), String(halves[1])))
        }
        return found
    }

    /// Whether the path's keys begin here: other addresses have two digits in their paths too, such as dates.
    private static func isKey(_ segments: [String], at index: Int) -> Bool {
        guard (segments.endIndex - index) % 2 == 0, keys.contains(where: { $0.ai == segments[index] }),
            let identifier = ApplicationIdentifier.named(segments[index])
        else { return false }
        let value = padded(unescaped(segments[index + 1]) ?? "", ai: segments[index])
        let least = identifier.parts.reduce(0) { $0 + $1.length.lowerBound }
        return (least...identifier.longestValue).contains(value.utf8.count)
    }

    /// A GTIN may be written without its leading zeros.
    private static func padded(_ value: String, ai: String) -> String {
        guard ai == "01", value.isDigits, [8, 12, 13].contains(value.utf8.count) else { return value }
        return value.zeroPadded(to: 14)
    }

    private static func afterScheme(_ text: String) -> Substring? {
        for scheme in ["https://", "http://"]
        where text.prefix(scheme.count).lowercased() == scheme { return text.dropFirst(scheme.count) }
        return nil
    }

    private static func element(_ ai: String, _ value: String) throws(GS1Fault) -> ElementString {
        guard let plain = unescaped(value) else { throw .wrongCharacter(ai: ai, value: value) }
        return try ElementString(ai: ai, value: padded(plain, ai: ai))
    }

    private static func escaped(_ value: String) -> String {
        let hex = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in value.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
            default: bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func unescaped(_ value: String) -> String? {
        var bytes: [UInt8] = []
        var rest = Substring(value).utf8
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard rest.count >= 2, let code = UInt8(Substring(rest.prefix(2)), radix: 16) else { return nil }
            bytes.append(code)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
