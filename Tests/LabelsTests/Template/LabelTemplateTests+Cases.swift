/// What is wrong with elements: how they are written, and what no label may have.
extension LabelTemplateTests {
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
}
