/// How wide a symbol's modules can be in its place, and what room it then needs.
struct SymbolRoom {
    private let content: BarcodeContent
    private let grid: ModuleGrid
    private let width: Int
    private let height: Int
    private let dpi: HeadDPI
    /// The height of the line of text below the bars; 0 where there is none.
    let readableHeight: Int
    /// Between the bars and that text.
    let gap: Int

    private static let readableGapMM = 0.6
    /// A line of type is this much higher than its em.
    private static let lineHeight = 1.4

    init(_ content: BarcodeContent, _ grid: ModuleGrid, width: Int, height: Int, dpi: HeadDPI) {
        self.content = content
        self.grid = grid
        self.width = width
        self.height = height
        self.dpi = dpi
        readableHeight = content.hriFontMM.map { dpi.dots($0 * Self.lineHeight) } ?? 0
        gap = content.hriFontMM == nil ? 0 : dpi.dots(Self.readableGapMM)
    }

    /// Whole dots: the width wished for, or the widest below it that fits the place.
    ///
    /// - Throws: ``ElementRefusal/Reason/gs1(_:)`` where no whole number of dots is within the limits.
    func moduleDots() throws(ElementRefusal.Reason) -> Int {
        let allowed = content.allowedXMM
        let least = max(content.leastXMM ?? content.xMM ?? allowed.lowerBound, allowed.lowerBound)
        let wished = max(content.xMM ?? least, least)
        let leastDots = dpi.dotsNotBelow(least)
        guard dpi.mm(leastDots) <= allowed.upperBound + 0.001 else {
            throw .gs1(
                "a module of \(trimmed(wished)) mm is not within \(trimmed(allowed.lowerBound)) to "
                    + "\(trimmed(allowed.upperBound)) mm at \(dpi.rawValue) dpi")
        }
        var dots = max(
            leastDots, content.leastXMM == nil ? leastDots : dpi.wholeDots(min(wished, allowed.upperBound)))
        while dots > leastDots {
            let need = need(xDots: dots)
            if need.width <= width, need.height <= height { break }
            dots -= 1
        }
        return dots
    }

    /// With quiet zones, bearer bars, the least height and the text.
    func need(xDots: Int) -> (width: Int, height: Int) {
        let symbology = content.symbology
        let quiet = symbology.quietZoneX
        let least =
            symbology.isLinear
            ? content.leastBarHeightDots(xDots: xDots, dpi)
            : (grid.rows * grid.rowHeightX + 2 * quiet.ends) * xDots
        return (
            (quiet.left + grid.width + quiet.right) * xDots,
            least + 2 * symbology.bearerX * xDots + gap + readableHeight
        )
    }
}

extension BarcodeContent {
    /// Codes that no GS1 table rules: thermal heads smear what is narrower.
    private static let freeLinearXMM = 0.25...5.0
    private static let freeMatrixXMM = 0.375...5.0
    /// Lower bars are missed by hand scanners.
    private static let freeBarHeightMM = 5.0

    /// What GS1 asks of the symbol; an EAN or ITF number is a trade item's where no profile is named.
    private var specification: SymbolSpecification? { (profile ?? .tradeItem).specification(of: symbology) }

    /// The widths that a module may have.
    var allowedXMM: ClosedRange<Double> {
        specification?.xMM ?? (symbology.isLinear ? Self.freeLinearXMM : Self.freeMatrixXMM)
    }

    /// How high the bars of a linear symbol must be.
    func leastBarHeightDots(xDots: Int, _ dpi: HeadDPI) -> Int {
        specification?.leastBarHeightDots(xDots: xDots, dpi) ?? dpi.dotsNotBelow(Self.freeBarHeightMM)
    }
}
