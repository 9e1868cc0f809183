/// Where a symbol and the text below it stand in their upright box, in dots.
struct SymbolLayout: Equatable {
    let symbology: Symbology
    /// The width of one module.
    let xDots: Int
    /// The first module's left edge; the quiet zone lies before it.
    let left: Int
    let top: Int
    /// The height of one row of modules.
    let rowHeight: Int
    /// Where the text below the bars stands, as wide as the box; nil where there is none.
    let readableArea: DotRect?

    /// - Throws: ``ElementRefusal/Reason/symbolTooLarge(needMM:haveMM:dpi:)`` where the symbol with its quiet
    ///   zones, its least height and its text is larger than the box.
    init(_ content: BarcodeContent, _ grid: ModuleGrid, width: Int, height: Int, dpi: HeadDPI)
        throws(ElementRefusal.Reason)
    {
        symbology = content.symbology
        let room = SymbolRoom(content, grid, width: width, height: height, dpi: dpi)
        xDots = try room.moduleDots()
        let need = room.need(xDots: xDots)
        guard need.width <= width, need.height <= height else {
            throw .symbolTooLarge(
                needMM: "\(trimmed(dpi.mm(need.width))) × \(trimmed(dpi.mm(need.height)))",
                haveMM: "\(trimmed(dpi.mm(width))) × \(trimmed(dpi.mm(height)))", dpi: dpi.rawValue)
        }
        let readable = room.readableHeight
        let bearers = 2 * symbology.bearerX * xDots
        left = content.align.offset(of: need.width, in: width) + symbology.quietZoneX.left * xDots
        rowHeight = symbology.isLinear ? height - bearers - room.gap - readable : grid.rowHeightX * xDots
        top = symbology.isLinear ? bearers / 2 : (height - grid.rows * rowHeight) / 2
        readableArea =
            content.hriFontMM == nil
            ? nil : DotRect(x: 0, y: height - readable, width: width, height: readable)
    }

    /// - Throws: ``ElementRefusal/Reason/gs1(_:)`` where a GS1-128 is wider than its standard allows.
    func checkWidth(_ grid: ModuleGrid, dpi: HeadDPI) throws(ElementRefusal.Reason) {
        let quiet = symbology.quietZoneX
        let widthMM = dpi.mm((quiet.left + grid.width + quiet.right) * xDots)
        guard symbology == .gs1Code128, widthMM > SymbolSpecification.gs1Code128WidthMaxMM else { return }
        throw .gs1(
            "the symbol is \(trimmed(widthMM)) mm wide with its quiet zones, and a GS1-128 may be "
                + "\(trimmed(SymbolSpecification.gs1Code128WidthMaxMM)) mm; split its values over two")
    }

    /// What is black of `grid`, guard and bearer bars with it.
    func blackRects(of grid: ModuleGrid) -> [DotRect] {
        let guardDrop = symbology == .ean13 ? guardDropX * xDots : 0
        let bars = grid.runs.map { run in
            DotRect(
                x: left + run.x * xDots, y: top + run.row * rowHeight, width: run.width * xDots,
                height: rowHeight + (EAN13Guards.contains(run.x) ? guardDrop : 0))
        }
        return bars + bearerBars(width: grid.width * xDots)
    }

    /// ITF-14's bars above and below, touching the others, so that a slanted scan cannot read a shorter number.
    private func bearerBars(width: Int) -> [DotRect] {
        let thickness = symbology.bearerX * xDots
        guard thickness > 0 else { return [] }
        return [top - thickness, top + rowHeight].map {
            DotRect(x: left, y: $0, width: width, height: thickness)
        }
    }

    /// EAN-13's guard bars reach down between the digits by five modules, as far as there are digits.
    private var guardDropX: Int { readableArea == nil ? 0 : 5 }
}

extension TextStyle.Align {
    /// Where something of `size` begins in a room of `room`.
    func offset(of size: Int, in room: Int) -> Int {
        switch self {
        case .left: 0
        case .center: (room - size) / 2
        case .right: room - size
        }
    }
}

/// The parts of an EAN-13: three guards of fixed place, six digits between each two.
enum EAN13Guards {
    static let modules = [0..<3, 45..<50, 92..<95]
    static let halves = [3..<45, 50..<92]

    static func contains(_ module: Int) -> Bool { modules.contains { $0.contains(module) } }
}
