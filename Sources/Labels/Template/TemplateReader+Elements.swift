internal import Yams

extension TemplateReader {
    /// Type below 1 mm is no type; type above 100 mm is on no label.
    private static let fontMM = 1.0...100.0
    private static let mmPerPoint = 25.4 / 72

    func text(_ fields: TemplateFields) -> Element.Content? {
        let filled = fields.filledText("text")
        noteUnprintable(fields, filled)
        let isOptional = fields.flag("optional")
        guard let style = style(fields), let filled else { return nil }
        return .text(TextContent(text: filled, style: style, isOptional: isOptional))
    }

    private func noteUnprintable(_ fields: TemplateFields, _ text: FilledText?) {
        for case .literal(let words) in text?.pieces ?? [] {
            guard let character = PrintableText.fault(in: words), let node = fields["text"] else { continue }
            log.note(node, "the text has the character \(character), which cannot be printed; leave it out")
        }
    }

    private func style(_ fields: TemplateFields) -> TextStyle? {
        let fontMM = fontSize(fields, "font")
        let leastMM = fontSize(fields, "least")
        let ownFamily = fields.text("font")
        checkFamily(fields)
        if let fontMM, let leastMM, leastMM > fontMM {
            log.note(
                fields.node,
                "a text cannot shrink to \(trimmed(leastMM)) mm from \(trimmed(fontMM)) mm; give a least size below its size"
            )
        }
        var style = TextStyle(
            family: ownFamily ?? family, fontMM: fontMM ?? 1, leastFontMM: leastMM ?? fontMM ?? 1)
        style.wrap = fields.choice("wrap") ?? style.wrap
        style.align = fields.choice("align") ?? style.align
        style.verticalAlign = fields.choice("valign") ?? style.verticalAlign
        style.isBold = fields.flag("bold")
        style.isReversed = fields.flag("reverse")
        style.isTight = fields.flag("tight")
        if fontMM != nil { return style }
        // A size that cannot be read has been reported already.
        if fields.has("font_mm") || fields.has("font_pt") { return nil }
        return log.note(fields.node, "a text needs its size: \"font_mm\" or \"font_pt\"")
    }

    /// `font_mm: 3.5` or `font_pt: 10`.
    private func fontSize(_ fields: TemplateFields, _ what: String) -> Double? {
        let points = fields.number(
            "\(what)_pt",
            in: Self.fontMM.lowerBound / Self.mmPerPoint...Self.fontMM.upperBound / Self.mmPerPoint)
        if let both = fields["\(what)_pt"], fields.has("\(what)_mm") {
            log.note(both, "\"\(what)_pt\" and \"\(what)_mm\" are both given; keep one")
        }
        return fields.number("\(what)_mm", in: Self.fontMM) ?? points.map { $0 * Self.mmPerPoint }
    }

    /// A family that is not installed would be printed in whatever else there is.
    func checkFamily(_ fields: TemplateFields) {
        guard let node = fields["font"], let names = fields.text("font"), !FontFamilies.hasOne(of: names)
        else { return }
        log.note(node, "none of the fonts \"\(names)\" is installed; `fc-list : family` lists those that are")
    }

    func line(_ fields: TemplateFields) -> Element.Content? {
        guard let thickness = fields.number("line", in: 0.1...50) else { return nil }
        if let size = fields.pair("size", in: 0...Self.sizeMM.upperBound),
            thickness > min(size.0, size.1) + 0.01
        {
            return log.note(
                fields.node,
                "a line of \(trimmed(thickness)) mm does not fit its size; make the shorter side as thick")
        }
        return .line(thicknessMM: thickness)
    }

    func box(_ fields: TemplateFields) -> Element.Content? {
        let isFilled = fields.flag("fill")
        return fields.number("box", in: 0.1...50).map { .box(thicknessMM: $0, isFilled: isFilled) }
    }

    func image(_ fields: TemplateFields) -> Element.Content? {
        guard let node = fields["image"], let path = fields.text("image") else { return nil }
        do throws(TextFault) {
            return .image(try Picture(file: path.hasPrefix("/") ? path : folder + path))
        } catch {
            return log.note(node, error.message)
        }
    }

    func group(_ fields: TemplateFields) -> Element.Content? {
        fields["group"].map { .group(elements($0)) }
    }

    func repetition(_ fields: TemplateFields) -> Element.Content? {
        guard let node = fields["repeat"] else { return nil }
        let key = fields.text("repeat") ?? ""
        let isOptional = key.hasSuffix("?")
        let list = DataPath(isOptional ? String(key.dropLast()) : key)
        let step = fields.need("step", "give [across, down] in mm from one row to the next")
            .flatMap { _ in fields.pair("step", in: 0...Self.sizeMM.upperBound) }
        let most = fields.need("most", "say how many rows there is room for").flatMap { _ in
            fields.whole("most", in: 1...200)
        }
        let rows = fields.need("elements", "list what stands in a row").map(elements)
        let rest = fields["rest"].map(elements) ?? []
        guard let list else { return log.note(node, "\"repeat\" must be the key of a list in the data") }
        guard let step, let most, let rows else { return nil }
        return .repeated(
            Repetition(
                list: list, isOptional: isOptional, elements: rows, stepXMM: step.0, stepYMM: step.1,
                most: most,
                rest: rest))
    }
}
