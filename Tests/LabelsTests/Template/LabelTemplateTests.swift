import Foundation
import JSON
import Testing

@testable import Labels

@Suite struct LabelTemplateTests {
    /// Elements with a fault, where it stands, and what is said of it.
    struct Case: CustomTestStringConvertible, Sendable {
        let elements: String
        /// What the fault stands at, as it is written in the file.
        let place: String
        let words: String
        var testDescription: String { elements }

        init(_ elements: String, at place: String = "{", _ words: String) {
            self.elements = elements
            self.place = place
            self.words = words
        }
    }

    private static let sscc = #"gs1-128, profile: logistic-unit, ais: {"00": "{{sscc}}"}"#
    private static let copy = #"- {text: "COPY {{copy}}", at: [0, 98], size: [20, 2], font_mm: 1, if: copy}"#

    static let wellFormed: [Case] = [
        Case(
            "- {box: 1, at: [1, 1], size: [4, 4], colour: red}", at: "colour: red",
            #""colour" is not known here; the keys are"#),
        Case(
            "- {text: a, at: [1, 1], size: [4, 4], font_mm: big}", at: "big",
            #""font_mm" must be a number from 1 to 100"#),
        Case("- {text: [a], at: [1, 1], size: [4, 4], font_mm: 2}", at: "[a]", #""text" must be a text"#),
        Case(
            "- {text: a, at: [1, 1], size: [4, 4], font_mm: 2, bold: maybe}", at: "maybe",
            #""bold" must be true or false"#),
        Case("- {text: a, at: [1], size: [4, 4], font_mm: 2}", at: "[1], size", #""at" must be two numbers"#),
        Case("- {text: a, at: [1, 1], size: [4, 4]}", "a text needs its size"),
        Case("- {text: a, at: [1, 1], font_mm: 2}", #""size" is missing"#),
        Case(
            "- {text: a, at: [1, 1], size: [4, 4], font_mm: 2, least_mm: 3}",
            "cannot shrink to 3 mm from 2 mm"),
        Case(
            "- {text: a, at: [1, 1], size: [4, 4], font_mm: 2, align: middle}", at: "middle",
            #""align" must be one of left, center, right"#),
        Case(
            "- {text: a, at: [1, 1], size: [4, 4], font_mm: 2, rotate: 45}", at: "45",
            #""rotate" must be 0, 90, 180 or 270"#),
        Case("- {text: a, box: 1, at: [1, 1], size: [4, 4]}", "exactly one of the keys"),
        Case("- {at: [1, 1], size: [4, 4]}", "exactly one of the keys"),
        Case(#"- {text: "{{a", at: [1, 1], size: [4, 4], font_mm: 2}"#, at: #""{{a"#, "{{ is not closed"),
        Case(
            #"- {text: "{{a b}} {{%}}", at: [1, 1], size: [9, 4], font_mm: 2}"#, at: #""{{a b}} {{%}}"#,
            "names no key"),
        Case(
            #"- {text: "{{a | tons}}", at: [1, 1], size: [9, 4], font_mm: 2}"#, at: #""{{a | tons}}"#,
            #""tons" is no format; use kg"#),
        Case(
            "- {text: a, at: [1, 1], size: [4, 4], font_mm: 2, if: a and or b}", at: "a and or b",
            "is no condition"),
        Case(
            "- {barcode: code-39, value: a, at: [1, 1], size: [40, 20]}", at: "code-39",
            #""barcode" must be one of gs1-128"#),
        Case("- {barcode: code-128, at: [1, 1], size: [40, 20]}", #"a code-128 needs "value""#),
        Case(
            "- {barcode: gs1-128, profile: trade-item, value: a, at: [1, 1], size: [90, 40]}", #"needs "ais""#
        ),
        Case(#"- {barcode: gs1-128, ais: {"01": a}, at: [1, 1], size: [90, 40]}"#, "must name its profile"),
        Case(
            #"- {barcode: gs1-128, profile: trade-item, ais: {"05": a}, at: [1, 1], size: [90, 40]}"#,
            at: #""05""#, #""05" is no application identifier"#),
        Case(
            "- {barcode: code-128, value: a, columns: 3, at: [1, 1], size: [40, 20]}", at: "3, at",
            #"a code-128 has no "columns""#),
        Case(
            "- {barcode: qr, value: a, error_correction: 5, at: [1, 1], size: [40, 20]}", at: "5, at",
            "whole number from 1 to 4"),
        Case(
            "- {barcode: qr, value: a, hri: true, at: [1, 1], size: [40, 20]}", at: "true",
            #"a qr has no "hri""#),
        Case("- {barcode: maxicode, value: a, mode: 2, at: [1, 1], size: [40, 40]}", #"needs "primary""#),
        Case(
            #"- {barcode: digital-link-qr, profile: trade-item, ais: {"01": a}, domain: example.com, at: [1, 1], size: [40, 40]}"#,
            #""domain" must be an address"#),
        Case(
            "- {image: nothing.png, at: [1, 1], size: [4, 4]}", at: "nothing.png",
            "cannot be read: No such file"),
        Case("- {image: /etc/passwd, at: [1, 1], size: [4, 4]}", at: "/etc/passwd", "is no PNG file"),
        Case("- {image: /, at: [1, 1], size: [4, 4]}", at: "/, at", "cannot be read: Is a directory"),
        Case("- {line: 1, at: [1, 1], size: [50, 0.5]}", "a line of 1 mm does not fit its size"),
        Case("- {repeat: a, most: 2, elements: []}", #""step" is missing"#),
        Case(
            "- {repeat: a b, step: [0, 5], most: 2, elements: []}", at: "a b,",
            #""repeat" must be the key of a list"#),
        Case(
            "- {text: a, at: [1, 1], size: [0, 0], font_mm: 2}", at: "[0, 0]", "two numbers from 0.1 to 500"),
        Case("- {box: 1, at: [1, 1], size: [0, 5]}", at: "[0, 5]", "two numbers from 0.1 to 500"),
        Case(
            "- {text: a, at: [1, 1], size: [4, 4], font_mm: 3, font_pt: 9}", at: "9}",
            #""font_pt" and "font_mm" are both given"#),
        Case(
            "- {text: a, at: [1, 1], size: [9, 9], font_mm: 3, font: NoSuchFont}", at: "NoSuchFont",
            #"none of the fonts "NoSuchFont" is installed"#),
        Case(
            #"- {text: "a\0b", at: [1, 1], size: [9, 9], font_mm: 3}"#, at: #""a\0b""#,
            "has the character U+0000"),
        Case("- hello", at: "hello", "an element must be a mapping"),
    ]

    static let rules: [Case] = [
        Case(
            #"- {barcode: gs1-qr, profile: trade-item, ais: {"03": "{{a}}"}, at: [1, 1], size: [45, 45]}"#,
            "(03) is newer than the encoder; write it in a digital-link-qr"),
        Case("- {text: '', at: [1, 1], size: [9, 9], font_mm: 3}", "text at line 4: the value is empty"),
        Case(
            "- {text: far too long, at: [1, 1], size: [9, 9], font_mm: 3, wrap: none, if: a}",
            "does not fit 9 × 9 mm at its least size of 3 mm"),
        Case(
            "- {barcode: ean-13, value: '123', at: [1, 1], size: [45, 40]}",
            "barcode at line 4: the symbology cannot hold this value (it must be 13 digits"),
        Case(
            "- {barcode: code-128, value: é, at: [1, 1], size: [45, 40]}",
            "printable ASCII, and U+00E9 is none"),
        Case(
            #"- {barcode: gs1-qr, profile: trade-item, ais: {"01": "09506000134353", "10": "{{a}}"}, at: [1, 1], size: [45, 45]}"#,
            "the check digit of (01) 09506000134353 must be 2"),
        Case(
            #"- {barcode: gs1-128, profile: trade-item, ais: {"00": "{{a}}", "402": "{{a}}", "410": "{{a}}"}, at: [1, 1], size: [98, 45]}"#
                + "\n  \(Self.copy)",
            "57 characters in one symbol, and at most 48 are allowed"),
        Case(
            #"- {barcode: gs1-qr, profile: trade-item, ais: {"01": "{{a}}", "3102": "{{b}}", "3103": "{{c}}"}, at: [1, 1], size: [45, 45]}"#,
            "(3102) may not stand beside (3103)"),
        Case("- {box: 1, at: [1, 1], size: [100, 4]}", "ends at 101, 5 mm, off the label of 100 × 100 mm"),
        Case(
            "- {group: [{box: 1, at: [1, 1], size: [50, 4]}], at: [50, 0]}", at: "{box", "ends at 101, 5 mm"),
        Case(
            "- {repeat: rows, step: [0, 10], most: 11, elements: [{box: 1, at: [1, 1], size: [9, 4]}]}",
            at: "{box", "ends at 10, 105 mm"),
        Case(
            "- {barcode: code-128, value: a, at: [1, 1], size: [40, 20]}\n  - {text: a, at: [30, 19], size: [20, 5], font_mm: 2}",
            at: "{text: a, at: [30", "stands in the place of barcode at line 4"),
        Case(
            "- {barcode: code-128, value: a, at: [1, 1], size: [40, 20]}\n  - {box: 0.5, at: [0, 0], size: [41, 30]}",
            at: "{box", "where its quiet zone is"),
        Case(
            "- {barcode: code-128, value: a, at: [1, 1], size: [40, 20]}\n  - {barcode: qr, value: a, at: [35, 1], size: [20, 20]}",
            at: "{barcode: qr", "stands in the place of"),
        Case(
            "- {barcode: \(Self.sscc), x_mm: 0.4, at: [1, 1], size: [98, 45]}\n  \(Self.copy)",
            "a module of 0.400 mm is not allowed; a gs1-128 as logistic-unit has 0.495 to 0.940 mm"),
        Case(
            "- {barcode: \(Self.sscc), x_mm: 1, at: [1, 1], size: [98, 45]}\n  \(Self.copy)",
            "0.495 to 0.940 mm"),
        Case("- {barcode: ean-13, value: a, x_mm: 0.7, at: [1, 1], size: [98, 45]}", "0.264 to 0.660 mm"),
        Case(
            "- {barcode: \(Self.sscc), x_mm: 0.93, at: [1, 1], size: [98, 45]}\n  \(Self.copy)",
            "is not within 0.5 to 0.94 mm at 203 dpi"),
        Case("- {barcode: \(Self.sscc), at: [1, 1], size: [98, 30]}\n  \(Self.copy)", "and has 98 × 30 mm"),
        Case("- {barcode: \(Self.sscc), at: [1, 1], size: [80, 45]}\n  \(Self.copy)", "needs 88 ×"),
        Case(
            "- {barcode: itf-14, value: a, at: [1, 1], size: [98, 30]}",
            "even its shortest value cannot be printed"),
        Case(
            "- {barcode: maxicode, value: a, at: [1, 1], size: [20, 20]}",
            "even its shortest value cannot be printed"),
        Case(
            #"- {barcode: gs1-qr, profile: trade-item, ais: {"01": a}, at: [1, 1], size: [15, 15]}"#,
            "even its shortest value cannot be printed"),
        Case(
            #"- {barcode: gs1-datamatrix, profile: logistic-unit, ais: {"02": "{{a}}"}, at: [1, 1], size: [50, 50]}"#,
            "(02) needs (37) on the same unit"),
        Case(
            #"- {barcode: gs1-datamatrix, profile: logistic-unit, ais: {"10": "{{a}}"}, at: [1, 1], size: [50, 50]}"#,
            "(10) needs (01) or (02) or (03) or (8006) or (8026) on the same unit"),
        Case(
            #"- {barcode: gs1-datamatrix, profile: logistic-unit, ais: {"00": "{{a}}", "02": "{{b}}", "37": "{{c}}"}, at: [1, 1], size: [50, 50]}"#
                + "\n  "
                + #"- {barcode: gs1-datamatrix, profile: trade-item, ais: {"01": "{{a}}"}, at: [51, 1], size: [40, 40]}"#,
            at: "{barcode: gs1-datamatrix, profile: trade-item", "(01) may not stand beside (02)"),
        Case("- {barcode: \(Self.sscc), at: [1, 1], size: [98, 45]}", "must mark its reprints"),
        Case(
            "- {barcode: \(Self.sscc), at: [1, 1], size: [98, 45]}\n  - {barcode: qr, value: a, at: [1, 50], size: [30, 30]}\n  \(Self.copy)",
            at: "{barcode: qr", "stands lower than the SSCC"),
    ]

    @Test(arguments: wellFormed + rules)
    func reportsTheFaultAndItsPlace(_ wanted: Case) throws {
        let yaml = "label: t\nsize: [100, 100]\nelements:\n  \(wanted.elements)\n"
        let faults = faults(of: yaml)
        let elements = try #require(yaml.range(of: "elements:\n"))
        #expect(faults.count == 1, "\(faults)")
        let fault = try #require(faults.first)
        #expect(fault.message.contains(wanted.words), "\(fault.message)")
        let before = try #require(yaml.range(of: wanted.place, range: elements.upperBound..<yaml.endIndex))
            .lowerBound
        let lines = yaml[..<before].split(separator: "\n", omittingEmptySubsequences: false)
        #expect(fault.file == "t.yaml")
        #expect(fault.line == lines.count)
        #expect(fault.column == (lines.last?.count ?? 0) + 1)
    }

    @Test(arguments: [
        ("", "the file is empty"), ("label: t", #""size" is missing"#), ("label: [", "not YAML"),
        ("- a", "must be a mapping"),
        ("label: t\nsize: [100, 100]\nelements: []\nlabel: u\n", "stands twice"),
        ("label: t\nsize: [1, 100]\nelements: []", "from 5 to 500"),
        ("label: t\nsize: [50, 50]\nelements: {}", "must be a list"),
        ("label: t\nsize: [50, 50]\nelements: []", #""elements" is empty"#),
        ("label: t\nsize: [50, 50]\nfont: NoSuchFont\nelements: []", "is installed"),
        ("label: t\nsize: [50, 50]\nfields: [a: b]\nelements: []", "a list of the words that it may be"),
        ("label: t\nsize: [50, 50]\nfields: a\nelements: []", #""fields" must be a list"#),
    ])
    func saysWhatIsWrongWithTheFile(_ yaml: String, _ words: String) {
        let faults = faults(of: yaml)
        #expect(faults.contains { $0.message.contains(words) }, "\(faults)")
    }

    @Test func reportsEveryFaultInTheirOrder() {
        let faults = faults(
            of: """
                label: t
                size: [50, 30]
                elements:
                  - {text: "{{a", at: [1, 1], size: [10, 5], font_mm: 3}
                  - {barcode: gs1-128, value: x, at: [1, 8], size: [40, 20]}
                  - {box: 1, at: [1, 1], size: [4, 4], colour: red}
                """)
        #expect(faults.map(\.line) == [4, 5, 6])
    }

    @Test func elementsThatNeverMeetMayShareAPlace() throws {
        _ = try LabelTemplate(
            yaml: """
                label: t
                size: [50, 30]
                elements:
                  - {barcode: qr, value: "{{a}}", at: [1, 1], size: [28, 28], if: a}
                  - {text: none, at: [1, 1], size: [28, 28], font_mm: 3, if: not a}
                  - {text: b, at: [30, 1], size: [10, 10], font_mm: 3, if: kind = b}
                  - {barcode: qr, value: "{{a}}", at: [30, 1], size: [20, 20], if: kind = c}
                """, file: "t.yaml")
    }

    @Test func whatCountsTheRestStandsInsteadOfTheLastRow() throws {
        _ = try LabelTemplate(
            yaml: """
                label: t
                size: [50, 60]
                elements:
                  - repeat: items
                    step: [0, 30]
                    most: 2
                    elements: [{barcode: qr, value: "{{sku}}", at: [0, 0], size: [30, 30]}]
                    rest: [{text: "+ {{rest}}", at: [0, 0], size: [30, 30], font_mm: 5}]
                """, file: "t.yaml")
    }

    @Test func rowsWithinRowsAreBounded() {
        let inner = "{repeat: b, step: [0, 0], most: 200, elements: [{box: 1, at: [0, 0], size: [1, 1]}]}"
        let faults = faults(
            of:
                "label: t\nsize: [50, 50]\nelements: [{repeat: a, step: [0, 0], most: 200, elements: [\(inner)]}]"
        )
        #expect(faults.map(\.message).first?.contains("can hold 40000 elements") == true)
    }

    /// Ten lines of aliases can stand for more elements than there is memory.
    @Test(arguments: [
        "- &NEXT {group: [LAST,LAST,LAST,LAST,LAST,LAST,LAST,LAST,LAST]}", "- &NEXT {? LAST : LAST}",
    ])
    func aliasesDoNotUnfoldWithoutEnd(_ line: String) {
        let letters = "abcdefghijkl".map(String.init)
        let lines = zip(letters, letters.dropFirst()).map { last, next in
            line.replacing("NEXT", with: "_" + next).replacing("LAST", with: "*_" + last)
        }
        let yaml =
            "label: t\nsize: [50, 50]\nelements:\n- &_a {box: 1, at: [1, 1], size: [5, 5]}\n"
            + lines.joined(separator: "\n")
        let faults = faults(of: yaml)
        #expect(faults.map(\.message).first?.contains("more than 8 aliases") == true)
        #expect(faults.first.map { $0.line > 4 } == true)
    }

    @Test func aPartMayComeAgain() throws {
        let yaml =
            "{label: t, size: [50, 50], elements: [&a {text: \"2 *x *y\", at: [0, 0], size: [50, 5], font_mm: 3}, *a]}"
        _ = try LabelTemplate(yaml: yaml, file: "t.yaml")
    }

    @Test(arguments: [("chek", "check"), ("wieght", "weight"), ("nmae", "name"), ("colour", nil)])
    func aKeyThatNoFieldTakesIsASlip(_ key: String, _ nearest: String?) throws {
        let yaml =
            "{label: t, size: [50, 30], elements: [{text: \"{{check}} {{weight}}\", at: [0, 0], size: [50, 5], font_mm: 3, if: name}]}"
        let template = try LabelTemplate(yaml: yaml, file: "t.yaml")
        try template.checkKeys(of: ["check": "1", "name": "a"])
        #expect(
            throws: LabelError.unknownKey(
                key, template: "t", nearest: nearest, known: ["name", "check", "weight"])
        ) {
            try template.checkKeys(of: ["check": "1", key: "x"])
        }
    }

    @Test func aTemplateUsesTheFieldsThatItDeclares() throws {
        let yaml = """
            label: t
            size: [50, 30]
            fields: [ship_to, order_id, items.sku]
            elements:
              - {text: "{{ship_to.name}} {{oder_id}}", at: [0, 0], size: [50, 5], font_mm: 3}
              - {text: a, at: [0, 5], size: [50, 5], font_mm: 3, if: driver}
              - repeat: items
                step: [0, 5]
                most: 2
                elements:
                  - {text: "{{number}} {{sku}} {{order_id}}", at: [0, 10], size: [50, 5], font_mm: 3}
                  - {text: "{{sky}}", at: [0, 10], size: [50, 5], font_mm: 3}
            """
        let faults = faults(of: yaml)
        #expect(faults.map(\.line) == [5, 6, 12])
        #expect(faults.first?.message.contains(#"uses "oder_id", which "fields" does not name"#) == true)
    }

    private func faults(of yaml: String) -> [TemplateFault] {
        do throws(LabelError) {
            _ = try LabelTemplate(yaml: yaml, file: "t.yaml")
            return []
        } catch {
            if case .templateFaults(let faults) = error { return faults }
            return []
        }
    }
}
