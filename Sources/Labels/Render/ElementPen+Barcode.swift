extension ElementPen {
    mutating func drawBarcode(_ content: BarcodeContent, _ data: DataScope, _ frame: DotFrame, _ known: inout String)
        throws(ElementRefusal.Reason)
    {
        let value = try SymbolValue(content, data, known: &known)
        let primary: String? = if let text = content.primary { try data.fill(text) } else { nil }
        let grid = try encoder.encode(value.encoded, as: content, primary: primary)
        let layout = try SymbolLayout(content, grid, width: frame.width, height: frame.height, dpi: dpi)
        unitElements += value.elements
        draw(grid, layout, frame)
        if let area = layout.readableArea, let fontMM = content.hriFontMM {
            try drawReadable(value.readable, fontMM: fontMM, in: area, frame)
        }
    }

    private mutating func draw(_ grid: ModuleGrid, _ layout: SymbolLayout, _ frame: DotFrame) {
        for run in grid.runs {
            bitmap.blacken(
                frame.onLabel(
                    DotRect(
                        x: layout.left + run.x * layout.xDots, y: layout.top + run.row * layout.rowHeight,
                        width: run.width * layout.xDots, height: layout.rowHeight)))
        }
    }

    private func drawReadable(_ parts: [String], fontMM: Double, in area: DotRect, _ frame: DotFrame)
        throws(ElementRefusal.Reason)
    {
        let style = TextStyle(
            family: TemplateReader.defaultFamily, fontMM: fontMM, leastFontMM: 1.5, wrap: .none, align: .center)
        try text.draw(parts.joined(separator: "  "), style, in: area, of: frame, dpi: dpi, on: canvas)
    }
}
