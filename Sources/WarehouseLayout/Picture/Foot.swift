internal import Drawing

/// The lines below the plan: the scale bar, and what the colours mean.
struct Foot {
    private static let rowHeight = 30.0
    private static let keySide = 14.0
    private static let letters = Font(size: 12)
    private static let heatWidth = 160.0

    private let drawing: LayoutDrawing
    private let heat: HeatMap?
    private var keys: [(name: String, color: Color, at: Position)] = []
    let height: Double

    init(_ drawing: LayoutDrawing, _ heat: HeatMap?, hasTour: Bool) {
        (self.drawing, self.heat) = (drawing, heat)
        let start = LayoutDrawing.margin + Self.barLength(drawing) + 40
        var at = Position(start + (heat == nil ? 0 : Self.heatWidth + 40), drawing.bottom + 44)
        for (name, color) in Self.meanings(of: drawing.layout, heat, hasTour: hasTour) {
            let width = Self.keySide + 6 + Double(name.count) * 7.6 + 18
            if at.x + width > drawing.width - LayoutDrawing.margin {
                at = Position(start, at.y + Self.rowHeight)
            }
            keys.append((name, color, at))
            at.x += width
        }
        height = at.y - drawing.bottom + 28
    }

    /// The roles, or the bins without a pick, then the stations: what the plan has of each.
    private static func meanings(of layout: Layout, _ heat: HeatMap?, hasTour: Bool) -> [(String, Color)] {
        let used = Set(layout.bins.map(\.role))
        var meanings: [(String, Color)] =
            heat == nil
            ? BinRole.allCases.filter(used.contains).map { ($0.rawValue, Palette.bin($0)) }
            : [("no picks", Palette.floor)]
        if layout.bins.contains(where: \.isClosed) { meanings.append(("closed", Palette.closed)) }
        for kind in StationKind.allCases where layout.stations.contains(where: { $0.kind == kind }) {
            meanings.append((kind.rawValue, Palette.station(kind)))
        }
        if layout.lines.contains(where: { !$0.isLevel }) {
            meanings.append(("to another floor", Palette.landing))
        }
        if hasTour { meanings.append(("walk and its stops", Palette.tour)) }
        return meanings
    }

    func draw(_ picture: inout Picture) {
        drawBar(&picture)
        if let heat { drawScale(of: heat, &picture) }
        for (name, color, at) in keys {
            picture.rect(
                x: at.x, y: at.y - 11, width: Self.keySide, height: Self.keySide, radius: 3,
                Style(fill: color, stroke: Palette.shelfEdge, width: 0.8))
            picture.text(
                name, at: Position(at.x + Self.keySide + 6, at.y), Self.letters, Style(fill: Palette.ink))
        }
    }

    /// The metres that the scale bar stands for: the most of a round number that is not too long.
    private static func barMetres(_ drawing: LayoutDrawing) -> Int {
        [1, 2, 5, 10, 20, 50, 100].last { Double($0) * drawing.scale <= 160 } ?? 1
    }

    private static func barLength(_ drawing: LayoutDrawing) -> Double {
        Double(barMetres(drawing)) * drawing.scale
    }

    private func drawBar(_ picture: inout Picture) {
        let (left, length, y) = (LayoutDrawing.margin, Self.barLength(drawing), drawing.bottom + 42)
        let bar = Style(stroke: Palette.ink, width: 2)
        picture.line(from: Position(left, y), to: Position(left + length, y), bar)
        for x in [left, left + length] {
            picture.line(from: Position(x, y - 5), to: Position(x, y + 5), bar)
        }
        picture.text(
            "\(Self.barMetres(drawing)) m", at: Position(left + length / 2, y - 9),
            Font(size: 12, anchor: .middle), Style(fill: Palette.ink))
    }

    /// The colours of the picks, from one to the most.
    private func drawScale(of heat: HeatMap, _ picture: inout Picture) {
        let (left, y) = (LayoutDrawing.margin + Self.barLength(drawing) + 40, drawing.bottom + 33)
        let steps = 40
        let step = Self.heatWidth / Double(steps)
        for index in 0..<steps {
            picture.rect(
                x: left + Double(index) * step, y: y, width: step + 0.3, height: Self.keySide,
                Style(fill: heat.color(at: Double(index) / Double(steps - 1))))
        }
        let right = left + Self.heatWidth
        let ink = Style(fill: Palette.ink)
        if heat.most > 1 { picture.text("1", at: Position(left, y - 5), Self.letters, ink) }
        picture.text(
            counted(heat.most, "pick"), at: Position(right, y - 5), Font(size: 12, anchor: .end), ink)
        guard heat.most >= 20 else { return }
        picture.text(
            "\(heat.picks(at: 0.4))", at: Position(left + Self.heatWidth * 0.4, y - 5),
            Font(size: 12, anchor: .middle), ink)
    }
}
