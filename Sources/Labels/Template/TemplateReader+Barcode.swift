internal import Yams

extension TemplateReader {
    private static let hriFontMM = 3.0
    private static let xMM = 0.1...5.0

    func barcode(_ fields: TemplateFields) -> Element.Content? {
        let symbology: Symbology? = fields.choice("barcode")
        let value = barcodeValue(fields, symbology)
        let profile: SymbolProfile? = fields.choice("profile")
        let align: TextStyle.Align? = fields.choice("align")
        let hriMM = fields.number("hri_mm", in: 1.5...20)
        let showsHRI = !fields.has("hri") || fields.flag("hri")
        let errorCorrection = fields.whole("error_correction", in: 0...8)
        let xMM = fields.number("x_mm", in: Self.xMM)
        let leastXMM = fields.number("least_x_mm", in: Self.xMM)
        let domain = fields.text("domain")
        let mode = fields.whole("mode", in: 2...6)
        let primary = fields.filledText("primary")
        let columns = fields.whole("columns", in: 1...30)
        guard let symbology, let value else { return nil }
        noteMisplacedKeys(fields, symbology)
        if symbology.holdsElementStrings, profile == nil {
            return log.note(
                fields.node, "a \(symbology.rawValue) must name its profile: logistic-unit or trade-item")
        }
        if let leastXMM, let xMM, leastXMM > xMM {
            return log.note(
                fields.node, "\"least_x_mm\" is above \"x_mm\"; modules shrink from the one to the other")
        }
        if let domain, !["https://", "http://"].contains(where: domain.hasPrefix) || domain.hasSuffix("/") {
            return log.note(
                fields.node, "\"domain\" must be an address such as https://id.gs1.org, with no / at its end")
        }
        if symbology == .maxicode, [2, 3].contains(mode ?? 4), primary == nil {
            return log.note(
                fields.node, "a maxicode of mode 2 or 3 needs \"primary\": postcode, country and service")
        }
        return .barcode(
            BarcodeContent(
                symbology: symbology, value: value, profile: profile, xMM: xMM, leastXMM: leastXMM,
                hriFontMM: symbology.isLinear && showsHRI ? hriMM ?? Self.hriFontMM : nil,
                align: align ?? .center, errorCorrection: errorCorrection,
                domain: domain ?? DigitalLink.defaultDomain, mode: mode, primary: primary, columns: columns))
    }

    /// Keys that say nothing to the symbology would be passed over in silence.
    private func noteMisplacedKeys(_ fields: TemplateFields, _ symbology: Symbology) {
        let keys: [(String, Bool)] = [
            ("value", !symbology.holdsElementStrings), ("ais", symbology.holdsElementStrings),
            ("hri", symbology.isLinear), ("hri_mm", symbology.isLinear),
            ("domain", symbology == .digitalLinkQR),
            ("mode", symbology == .maxicode), ("primary", symbology == .maxicode),
            ("columns", symbology == .pdf417),
            ("x_mm", symbology != .maxicode), ("least_x_mm", symbology != .maxicode),
            ("error_correction", symbology.errorCorrection != nil),
        ]
        for (key, isKnown) in keys where !isKnown {
            if let node = fields[key] { log.note(node, "a \(symbology.rawValue) has no \"\(key)\"") }
        }
        if let allowed = symbology.errorCorrection { _ = fields.whole("error_correction", in: allowed) }
    }

    private func barcodeValue(_ fields: TemplateFields, _ symbology: Symbology?) -> BarcodeContent.Value? {
        let plain = fields.filledText("value")
        let ais = fields["ais"].flatMap { elementStrings($0, fields) }
        guard let symbology else { return nil }
        if symbology.holdsElementStrings {
            guard let ais else {
                return log.note(
                    fields.node, "a \(symbology.rawValue) needs \"ais\", as in {\"00\": \"{{sscc}}\"}")
            }
            return .elementStrings(ais)
        }
        guard let plain else { return log.note(fields.node, "a \(symbology.rawValue) needs \"value\"") }
        return .text(plain)
    }

    private func elementStrings(_ node: Node, _ fields: TemplateFields) -> [(ai: String, value: FilledText)]?
    {
        guard let mapping = node.mapping, !mapping.isEmpty else {
            return log.note(node, "\"ais\" must map application identifiers to their values")
        }
        var found: [(ai: String, value: FilledText)] = []
        for (key, value) in mapping {
            let ai = key.scalar?.string ?? ""
            if ApplicationIdentifier.named(ai) == nil {
                log.note(
                    key, "\"\(ai)\" is no application identifier known here; write it in quotes, as in \"00\""
                )
            }
            if let filled = fields.filledText(value, ai) { found.append((ai, filled)) }
        }
        return found
    }
}
