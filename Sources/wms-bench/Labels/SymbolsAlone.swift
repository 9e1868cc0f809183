import Labels

/// The shipping label with its two symbols and no text, to stand beside programs that draw nothing else.
enum SymbolsAlone {
    static func template() throws -> LabelTemplate {
        let yaml = """
            label: symbols
            size: [101.6, 152.4]
            elements:
              - {barcode: digital-link-qr, profile: logistic-unit, ais: {"00": "{{sscc}}"}, at: [72.5, 79.5], size: [28, 28]}
              - {barcode: gs1-128, profile: logistic-unit, ais: {"00": "{{sscc}}"}, hri: false, at: [1, 111], size: [99.6, 38]}
              - {text: "COPY {{copy}}", at: [4, 98], size: [40, 8], font_mm: 5, if: copy}
            """
        return try LabelTemplate(yaml: yaml, file: "symbols.yaml")
    }
}
