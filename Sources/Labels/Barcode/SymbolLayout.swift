/// Where a symbol and the text below it stand in their upright box, in dots.
struct SymbolLayout: Equatable {
    /// The width of one module.
    let xDots: Int
    /// The first module's left edge; the quiet zone lies before it.
    let left: Int
    let top: Int
    /// The height of one row of modules.
    let rowHeight: Int
    /// nil where no text stands below the bars.
    let readableArea: DotRect?

    private static let readableGapMM = 0.6
    /// A line of type is this much higher than its em.
    private static let lineHeight = 1.4
    /// Codes that no GS1 table rules: thermal heads smear what is narrower.
    private static let freeXMM = 0.25...5.0
    private static let free2DXMM = 0.375...5.0

    init(_ content: BarcodeContent, _ grid: ModuleGrid, width: Int, height: Int, dpi: HeadDPI) throws(ElementRefusal.Reason) {
        let symbology = content.symbology
        let quiet = symbology.quietZoneX
        let specification = content.profile?.specification(of: symbology)
        xDots = try Self.moduleDots(content, specification, dpi)
        let readable = content.hriFontMM.map { dpi.dots($0 * Self.lineHeight) } ?? 0
        let gap = content.hriFontMM == nil ? 0 : dpi.dots(Self.readableGapMM)
        let neededWidth = (quiet.left + grid.width + quiet.right) * xDots
        let leastHeight =
            symbology.isLinear
            ? specification?.leastHeightMM.map { Int(($0 * Double(dpi.dotsPerMM)).rounded(.up)) } ?? 1
            : grid.rows * grid.rowHeightX * xDots
        let neededHeight = leastHeight + 2 * quiet.ends * xDots + gap + readable
        guard neededWidth <= width, neededHeight <= height else {
            throw .symbolTooLarge(
                needMM: "\(trimmed(dpi.mm(neededWidth))) × \(trimmed(dpi.mm(neededHeight)))",
                haveMM: "\(trimmed(dpi.mm(width))) × \(trimmed(dpi.mm(height)))", dpi: dpi.rawValue)
        }
        left = content.align.offset(of: neededWidth, in: width) + quiet.left * xDots
        rowHeight = symbology.isLinear ? height - gap - readable : grid.rowHeightX * xDots
        top = symbology.isLinear ? 0 : (height - grid.rows * rowHeight) / 2
        readableArea = content.hriFontMM == nil ? nil : DotRect(x: 0, y: height - readable, width: width, height: readable)
    }

    /// Whole dots: the fewest that are no narrower than the wish or the table's least.
    private static func moduleDots(_ content: BarcodeContent, _ specification: SymbolSpecification?, _ dpi: HeadDPI)
        throws(ElementRefusal.Reason) -> Int
    {
        let allowed =
            specification.map { $0.leastXMM...$0.mostXMM } ?? (content.symbology.isLinear ? freeXMM : free2DXMM)
        let wished = max(content.xMM ?? allowed.lowerBound, allowed.lowerBound)
        let dots = Int((wished * Double(dpi.dotsPerMM) - 0.001).rounded(.up))
        guard dpi.mm(dots) <= allowed.upperBound + 0.001 else {
            throw .gs1(
                "a module of \(trimmed(wished)) mm is not within \(trimmed(allowed.lowerBound)) to "
                    + "\(trimmed(allowed.upperBound)) mm at \(dpi.rawValue) dpi")
        }
        return dots
    }
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
