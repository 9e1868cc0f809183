import JSON
import Testing

@testable import wms

struct TerminalSafeTests {
    @Test(arguments: [
        ("Green tea 250 g", "Green tea 250 g"), ("茶叶 ×2 – “é”", "茶叶 ×2 – “é”"),
        ("TEA\u{1B}[2J\u{7}", #"TEA\u001b[2J\u0007"#), ("TEA\u{9B}2J\u{7F}", #"TEA\u009b2J\u007f"#),
        ("a\rb", #"a\rb"#), ("a\r\nb\tc", "a\nb\tc"), ("\u{202E}dessert\u{2066}", #"\u202edessert\u2066"#),
        ("line\u{2028}line", #"line\u2028line"#),
    ])
    func `nothing in a text steers the terminal`(text: String, safe: String) {
        #expect(text.terminalSafe == safe)
    }

    @Test func `in a row line breaks are spelled out too`() {
        #expect("a\nb\r\nc\td".terminalSafeLine == #"a\nb\nc\td"#)
    }

    @Test func `JSON stays the same JSON`() throws {
        let value: JSONValue = ["name": "TEA\u{1B}[31m\u{9B}31m\u{7F}\u{2028}\u{202E}"]
        let safe = value.description.terminalSafe
        #expect(safe.unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) })
        #expect(try JSONValue(parsing: safe) == value)
    }

    /// Every character of the Basic Multilingual Plane that Unicode calls a control or a format character of
    /// lines and directions.
    @Test func `all controls are caught`() {
        for code in (0...0xFFFF as ClosedRange<UInt32>) {
            guard let scalar = Unicode.Scalar(code) else { continue }
            let isControl = [.control, .lineSeparator, .paragraphSeparator].contains(
                scalar.properties.generalCategory)
            if isControl { #expect(!String(scalar).terminalSafeLine.unicodeScalars.contains(scalar)) }
        }
    }
}
