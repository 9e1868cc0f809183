import JSON
import Testing

@testable import Labels

/// What cannot be printed as it should be is refused, naming the element and the value.
@Suite struct RefusalTests {
    @Test func anEmptyValue() throws {
        try expect(barcode("value: \"{{code}}\""), ["code": ""], value: "") { $0 == .emptyValue }
        try expect(text("{{code}}"), ["code": "  "], value: "") { $0 == .emptyValue }
        try expect(gs1(#"{"00": "{{code}}"}"#), ["code": ""], value: "(00)") { $0 == .emptyValue }
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
        ("code-128", "北京"), ("ean-13", "ABC"), ("ean-13", "123"), ("itf-14", "1234567890123X"),
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
        #expect(refusal.description.hasPrefix("t: thing, value \"\(value)\": "))
    }
}
