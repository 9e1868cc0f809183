internal import Common

extension ElementString {
    /// The separator that FNC1 becomes in a scan.
    static let groupSeparator: UInt8 = 0x1D

    /// What scanners that type like a keyboard are set to send in its stead. None of the signs can stand in a
    /// value, since character set 82 does not have them; the words are spelled out by drivers and people.
    private static let typedSeparators = [
        "<GS>", "{GS}", "[GS]", "<FNC1>", "{FNC1}", "[FNC1]", "\u{241D}", "|", "~", "^", "@", "#",
    ]

    /// `text` with a GS wherever a scanner typed something else for it.
    static func withGroupSeparators(_ text: String) -> String {
        let values = ApplicationIdentifier.Part.Content.characters
        guard text.contains("<") || !values.holds(Array(text.utf8)[...]) else { return text }
        var text = text
        for typed in typedSeparators {
            text = text.split(separator: typed, omittingEmptySubsequences: false).joined(separator: "\u{1D}")
        }
        return text
    }

    /// Reads the element strings of a GS1 symbol as a scanner types them: FNC1 as GS or what stands for it.
    ///
    /// A separator at the very start and behind values of predefined length is tolerated, because
    /// printers and scanners add it. An AI that is not known ends the reading, since nobody can say where its
    /// value ends; what stands before it counts.
    /// - Returns: What was read, and the AI that was not known.
    /// - Throws: ``GS1Fault`` for a value that breaks its rules, a doubled AI, or nothing that can be read.
    static func parse(scan text: String) throws(GS1Fault) -> (elements: [ElementString], unknown: GS1Fault?) {
        let separated = withGroupSeparators(text)
        var rest = Substring(separated).utf8
        var found: [ElementString] = []
        while true {
            while rest.first == groupSeparator { rest.removeFirst() }
            if rest.isEmpty { break }
            guard let (identifier, code) = ApplicationIdentifier.leading(rest) else {
                let fault = GS1Fault.unknownAI(String(Substring(rest.prefix(4))))
                if found.isEmpty { throw fault }
                return (found, fault)
            }
            let next = try element(identifier, code, &rest)
            if let earlier = found.first(where: { $0.ai == next.ai }) {
                if earlier.value != next.value { throw .doubled(ai: next.ai) }
            } else {
                found.append(next)
            }
        }
        if found.isEmpty { throw .notElementStrings(text) }
        return (found, nil)
    }

    private static func element(
        _ identifier: ApplicationIdentifier, _ code: String, _ rest: inout Substring.UTF8View
    ) throws(GS1Fault) -> ElementString {
        rest = rest.dropFirst(code.utf8.count)
        let length =
            identifier.hasPredefinedLength
            ? min(identifier.longestValue, rest.count)
            : rest.firstIndex(of: groupSeparator).map { rest.distance(from: rest.startIndex, to: $0) }
                ?? rest.count
        let value = String(Substring(rest.prefix(length)))
        rest = rest.dropFirst(length)
        return try ElementString(ai: code, value: value)
    }

    /// Reads `(00)106141411234567897(10)LOT7`, the form that people type from the print below the bars.
    ///
    /// - Returns: nil where the text is not of this form at all.
    /// - Throws: ``GS1Fault`` where it is, and breaks a rule.
    static func parse(bracketed text: String) throws(GS1Fault) -> [ElementString]? {
        var found: [ElementString] = []
        var rest = Substring(text)
        while !rest.isEmpty {
            guard rest.first == "(", let close = rest.firstIndex(of: ")") else { return nil }
            let ai = rest[rest.index(after: rest.startIndex)..<close]
            guard ai.isDigits, (2...4).contains(ai.utf8.count) else { return nil }
            let value = valueBeforeNextAI(rest[rest.index(after: close)...])
            found.append(try ElementString(ai: String(ai), value: String(value)))
            rest = rest[value.endIndex...]
        }
        return found.isEmpty ? nil : found
    }

    /// A value may hold parentheses itself; only those around an AI end it.
    private static func valueBeforeNextAI(_ text: Substring) -> Substring {
        for index in text.indices where text[index] == "(" {
            let inside = text[text.index(after: index)...].prefix { $0 != ")" }
            if ApplicationIdentifier.named(String(inside)) != nil, inside.endIndex < text.endIndex {
                return text[..<index]
            }
        }
        return text
    }
}
