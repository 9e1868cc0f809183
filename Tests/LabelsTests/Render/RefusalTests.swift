import JSON
import Testing

@testable import Labels

/// What cannot be printed as it should be is refused, naming the element and the value.
@Suite struct RefusalTests {
    @Test func anEmptyValue() throws {
        let empty = ElementRefusal.Reason.emptyKey(key: "code")
        try expect(barcode("value: \"{{code}}\""), ["code": ""], value: "") { $0 == empty }
        try expect(gs1(#"{"00": "{{code}}"}"#), ["code": ""], value: "(00)") { $0 == empty }
        try expect(barcode("value: \"{{code?}}\""), [:], value: "") { $0 == .emptyValue }
        try expect(text("{{code?}}"), ["code": " "], value: "") { $0 == .emptyValue }
    }

    /// Spaces of every width, joiners, marks of direction, a soft hyphen, Hangul and Braille blanks.
    @Test(arguments: [
        "", "  ", "\n", "\u{A0}", "\u{3000}", "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{2060}",
        "\u{200E}\u{200F}",
        "\u{AD}", "\u{3164}", "\u{2800}", "\u{202F} \u{2009}",
    ])
    func aValueWithNothingToSee(_ value: String) throws {
        try expect(text("Order {{code}}"), ["code": .string(value)], value: "") {
            $0 == .emptyKey(key: "code")
        }
        try expect(text("{{code}}"), ["code": [.string(value)]], value: "") { $0 == .emptyKey(key: "code") }
        try expect(barcode("value: \"{{code}}\"", "qr"), ["code": .string(value)], value: "") {
            $0 == .emptyKey(key: "code")
        }
    }

    /// A NUL would end the text, an override turn its order.
    @Test(
        arguments: [
            0x00, 0x01, 0x07, 0x09, 0x0D, 0x1B, 0x1D, 0x7F, 0x85, 0x9F, 0x2028, 0x2029, 0x202A, 0x202D,
            0x202E, 0x2066,
            0x2067, 0x2068, 0x2069,
        ] as [UInt32])
    func aCharacterThatCannotBePrinted(_ code: UInt32) throws {
        let sign = try #require(Unicode.Scalar(code))
        let words = PrintableText.code(sign)
        for value in ["Alex\(sign)Rivera", "محمد\(sign)", "\(sign)"] {
            for text in [text("{{code}}"), text("Hello {{code?}} there")] {
                try expect(text, ["code": .string(value)], value: "") {
                    $0 == .unprintable(key: "code", character: words)
                }
            }
        }
        try expect(barcode("value: \"{{code}}\""), ["code": .string("A\(sign)")], value: "A\(sign)") {
            if case .notEncodable(let why) = $0 { why.contains(words) } else { false }
        }
    }

    @Test(arguments: [
        (JSONValue.null, ElementRefusal.Reason.missing(key: "items")),
        (.array([]), .emptyKey(key: "items")),
        ("tea", .wrongType(key: "items", found: "a text", wanted: "a list")),
    ])
    func aListThatIsNone(_ list: JSONValue, _ reason: ElementRefusal.Reason) throws {
        let rows =
            "step: [0, 5], most: 2, elements: [{text: \"{{entry}}\", at: [0, 0], size: [20, 5], font_mm: 2}]"
        let value = list == .null ? "" : list.description
        try expect("{name: thing, repeat: items, \(rows)}", ["items": list], value: value) { $0 == reason }
        let optional = "{label: t, size: [50, 20], elements: [{repeat: items?, \(rows)}]}"
        let template = try LabelTemplate(yaml: optional, file: "t.yaml")
        if list.string == nil { _ = try LabelRenderer().bitmap(template, data: ["items": list], dpi: .d203) }
    }

    @Test(
        arguments: [
            ("UP", nil, "up or down"), ("", nil, "up or down"), (1, nil, "up or down"),
            ("up", 0, "a whole number from 1"),
            ("up", "yes", "a whole number from 1"), ("up", 1.5, "a whole number from 1"),
        ] as [(JSONValue, JSONValue?, String)])
    func whatAFieldMayNotBe(_ arrow: JSONValue, _ copy: JSONValue?, _ wanted: String) throws {
        let yaml =
            "{label: t, size: [50, 20], fields: [arrow: [up, down], copy: count], elements: [{text: \"{{arrow}} {{copy?}}\", at: [0, 0], size: [50, 20], font_mm: 3}]}"
        let template = try LabelTemplate(yaml: yaml, file: "t.yaml")
        let error = #expect(throws: LabelError.self) {
            try LabelRenderer().bitmap(template, data: ["arrow": arrow, "copy": copy ?? .null], dpi: .d203)
        }
        guard case .refused(let refusal) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(refusal.reason == .notAllowed(wanted: wanted))
        #expect(refusal.element == (copy == nil ? "field arrow" : "field copy"))
    }

    @Test func aMissingValue() throws {
        try expect(barcode("value: \"{{code}}\""), [:], value: "") { $0 == .missing(key: "code") }
    }

    @Test func aValueOfTheWrongType() throws {
        try expect(text("{{code}}"), ["code": ["a": 1]], value: "") {
            if case .wrongType(key: "code", _, _) = $0 { true } else { false }
        }
        try expect(text("{{code | kg}}"), ["code": "heavy"], value: "") {
            if case .wrongType(key: "code", _, _) = $0 { true } else { false }
        }
    }

    @Test(arguments: [("ean-13", "9521234543214", "3"), ("itf-14", "10614141000416", "5")])
    func aWrongCheckDigitOfAnArticle(_ symbology: String, _ value: String, _ right: String) throws {
        try expect(barcode("value: \"{{code}}\"", symbology), ["code": .string(value)], value: value) {
            $0 == .wrongCheckDigit(right: right)
        }
    }

    @Test(arguments: ["gs1-128", "gs1-datamatrix", "gs1-qr", "digital-link-qr"])
    func aWrongCheckDigitOfAnSSCC(_ symbology: String) throws {
        try expect(
            gs1(#"{"00": "{{code}}"}"#, symbology), ["code": "106141411234567890"],
            value: "(00)106141411234567890"
        ) {
            $0 == .wrongCheckDigit(right: "7")
        }
    }

    @Test(arguments: [
        ("code-128", "北京"), ("code-128", "ñçñÄßRköü"), ("code-128", "B\u{F6}a"), ("ean-13", "ABC"),
        ("ean-13", "123"), ("itf-14", "1234567890123X"),
        ("code-128", String(repeating: "A", count: 120)),
        ("datamatrix", String(repeating: "A", count: 3_000)), ("qr", String(repeating: "A", count: 5_000)),
        ("pdf417", String(repeating: "A", count: 3_000)),
        ("aztec", String(repeating: "A", count: 5_000)), ("maxicode", String(repeating: "A", count: 200)),
    ])
    func whatASymbologyCannotHold(_ symbology: String, _ value: String) throws {
        try expect(barcode("value: \"{{code}}\"", symbology), ["code": .string(value)], value: value) {
            if case .notEncodable = $0 { true } else { false }
        }
    }

    @Test(arguments: [
        ("10", "A B"), ("10", "Ä"), ("17", "261301"), ("21", String(repeating: "1", count: 21)),
    ])
    func whatGS1DoesNotAllow(_ ai: String, _ value: String) throws {
        try expect(
            gs1("{\"01\": \"09506000134352\", \"\(ai)\": \"{{code}}\"}", "gs1-qr", profile: "trade-item"),
            ["code": .string(value)], value: "(01)09506000134352(\(ai))\(value)"
        ) {
            if case .gs1 = $0 { true } else { false }
        }
    }

    @Test(arguments: HeadDPI.allCases)
    func aSymbolLargerThanItsPlace(_ dpi: HeadDPI) throws {
        let value = String(repeating: "W", count: 60)
        try expect(barcode("value: \"{{code}}\""), ["code": .string(value)], value: value, dpi) {
            if case .symbolTooLarge(_, let have, let head) = $0 {
                have == "96 × 46" && head == dpi.rawValue
            } else {
                false
            }
        }
    }

    @Test func aGS1_128WiderThanGS1Allows() throws {
        let element =
            #"{name: thing, barcode: gs1-128, profile: trade-item, ais: {"01": "09506000134352", "10": "{{code}}"}, at: [0, 0], size: [300, 50]}"#
        try expect(
            element, ["code": "ABCDEFGHIJKLMNOPQRST"], value: "(01)09506000134352(10)ABCDEFGHIJKLMNOPQRST",
            width: 300
        ) {
            if case .gs1(let rule) = $0 { rule.contains("165.1 mm") } else { false }
        }
    }

    @Test func textThatDoesNotFitAtItsLeastSize() throws {
        let value = String(repeating: "W", count: 200)
        try expect(text("{{code}}"), ["code": .string(value)], value: value) {
            $0 == .textTooLarge(leastFontMM: "2", haveMM: "40 × 8")
        }
    }

    @Test func aGlyphThatNoFontHas() throws {
        try expect(text("{{code}}"), ["code": "A\u{10FFFD}B\u{10FFFC}"], value: "A\u{10FFFD}B\u{10FFFC}") {
            $0 == .noGlyph(characters: "\u{10FFFD} (U+10FFFD), \u{10FFFC} (U+10FFFC)")
        }
    }

    @Test(arguments: [0, "3", -1, .null, [1]] as [JSONValue])
    func aQuantityThatIsNone(_ quantity: JSONValue) throws {
        let items: JSONValue = [["sku": "A", "qty": 1], ["sku": "B", "qty": quantity]]
        let template = try ShippedTemplates.load("contents")
        let error = #expect(throws: LabelError.self) {
            try LabelRenderer().bitmap(template, data: ["order_id": "O", "items": items], dpi: .d203)
        }
        let element = quantity == .null ? "quantity" : "field items.qty"
        #expect(
            error?.description.contains("contents: \(element), value") == true, "\(String(describing: error))"
        )
    }

    @Test func moreRowsThanThereIsRoomFor() throws {
        let element =
            "{name: thing, repeat: code, step: [0, 5], most: 2, elements: [{text: \"{{entry}}\", at: [0, 0], size: [20, 5], font_mm: 2}]}"
        try expect(element, ["code": ["a", "b", "c"]], value: "code") {
            $0 == .tooManyRows(count: 3, most: 2)
        }
    }

    // MARK: Parts

    private func text(_ text: String) -> String {
        "{name: thing, text: \"\(text)\", at: [0, 0], size: [40, 8], font_mm: 4, least_mm: 2}"
    }

    private func barcode(_ keys: String, _ symbology: String = "code-128") -> String {
        "{name: thing, barcode: \(symbology), \(keys), at: [2, 2], size: [96, 46]}"
    }

    private func gs1(_ ais: String, _ symbology: String = "gs1-128", profile: String = "logistic-unit")
        -> String
    {
        "{name: thing, barcode: \(symbology), profile: \(profile), ais: \(ais), at: [2, 2], size: [96, 46]}"
    }

    private func expect(
        _ element: String, _ data: JSONValue, value: String, _ dpi: HeadDPI = .d203, width: Int = 100,
        reason isRight: (ElementRefusal.Reason) -> Bool
    ) throws {
        let yaml =
            "{label: t, size: [\(width), 60], elements: [\(element), {text: \"COPY {{copy}}\", at: [0, 55], size: [20, 5], font_mm: 2, if: copy}]}"
        let template = try LabelTemplate(yaml: yaml, file: "t.yaml")
        let error = #expect(throws: LabelError.self) {
            try LabelRenderer().bitmap(template, data: data, dpi: dpi)
        }
        guard case .refused(let refusal) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(refusal.template == "t" && refusal.element == "thing")
        #expect(refusal.value == value)
        #expect(isRight(refusal.reason), "\(refusal.reason)")
        #expect(refusal.description.hasPrefix("t: thing, value \"\(PrintableText.spelled(value))\": "))
    }
}
