extension ElementPen {
    /// Text below bars may shrink to this; smaller is not read in an aisle.
    private static let leastReadableMM = 1.8

    mutating func drawBarcode(
        _ content: BarcodeContent, _ data: DataScope, _ frame: DotFrame, _ known: inout String
    )
        throws(ElementRefusal.Reason)
    {
        let value = try SymbolValue(content, data, known: &known)
        let primary: String? = if let text = content.primary { try data.fillExactly(text) } else { nil }
        switch try encoder.encode(value.encoded, as: content, primary: primary) {
        case .modules(let grid):
            let layout = try SymbolLayout(content, grid, width: frame.width, height: frame.height, dpi: dpi)
            try layout.checkWidth(grid, dpi: dpi)
            for rect in layout.blackRects(of: grid) { bitmap.blacken(frame.onLabel(rect)) }
            try drawReadable(value, content, layout, frame)
        case .hexagons(let grid):
            let layout = try HexagonLayout(grid, width: frame.width, height: frame.height, dpi: dpi)
            for run in layout.blackRuns() { bitmap.blacken(frame.onLabel(run)) }
        }
        unitElements += value.elements
    }

    private mutating func drawReadable(
        _ value: SymbolValue, _ content: BarcodeContent, _ layout: SymbolLayout, _ frame: DotFrame
    )
        throws(ElementRefusal.Reason)
    {
        guard let area = layout.readableArea, let fontMM = content.hriFontMM else { return }
        let style = TextStyle(
            family: TemplateReader.defaultFamily, fontMM: fontMM,
            leastFontMM: min(fontMM, Self.leastReadableMM),
            wrap: .none, align: .center)
        guard content.symbology == .ean13 else {
            return try print(value.readable.joined(separator: "  "), style, in: area, of: frame)
        }
        // The first digit stands left of the bars, in the quiet zone, the others in two halves below them.
        let digits = value.encoded
        let leading = DotRect(
            x: layout.left - 11 * layout.xDots, y: area.y, width: 10 * layout.xDots, height: area.height)
        try print(String(digits.prefix(1)), style, in: leading, of: frame)
        for (index, half) in EAN13Guards.halves.enumerated() {
            let place = DotRect(
                x: layout.left + half.lowerBound * layout.xDots, y: area.y, width: half.count * layout.xDots,
                height: area.height)
            try print(String(digits.dropFirst(1 + 6 * index).prefix(6)), style, in: place, of: frame)
        }
    }
}
