/// The subject of an event in its data, which most types begin with: `{"order_id":"O-1",…`.
enum EventSubject {
    /// Whether data begins with these very bytes as its first member's value, so that they need not be kept beside it.
    static func begins(_ data: String, with subject: String) -> Bool {
        guard let value = firstValue(in: data) else { return false }
        return value.elementsEqual(subject.utf8)
    }

    /// The subject that data begins with; nil where its first member is no text, or one with an escape.
    static func beginning(of data: String) -> String? {
        firstValue(in: data).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func firstValue(in data: String) -> Substring.UTF8View? {
        let text = data.utf8
        guard text.starts(with: #"{""#.utf8),
            let nameEnd = end(of: text.dropFirst(2)), text[nameEnd...].starts(with: #"":""#.utf8)
        else { return nil }
        let value = text[nameEnd...].dropFirst(3)
        return end(of: value).map { value[..<$0] }
    }

    /// Where the quote stands that ends a text without escapes.
    private static func end(of text: Substring.UTF8View) -> String.Index? {
        guard let end = text.firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }),
            text[end] == UInt8(ascii: "\"")
        else { return nil }
        return end
    }
}
