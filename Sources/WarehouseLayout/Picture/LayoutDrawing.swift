public import Drawing

/// A floor plan: aisles, shelves, bins, stations and, if wanted, a tour and the picks of every bin.
///
///     let svg = LayoutDrawing(layout).picture().svg()
///
/// Along the aisles the plan is true to scale. Across them shelves are drawn as deep as there is room between
/// the aisles, so that their levels can be seen side by side, the lowest beside the walkway. Details appear when
/// there is room for them: bins from a few pixels on, their numbers or addresses where they can be read.
public struct LayoutDrawing {
    let layout: Layout
    let panels: [Panel]
    /// Pixels for a metre.
    let scale: Double
    let width: Double
    let height: Double
    let shelfRooms: [ShelfRoom]
    /// The letters of the longest bin name, so that all names have one size.
    let lettersMax: Int
    /// The digits of the greatest shelf number.
    let digitsMax: Int

    static let margin = 36.0
    static let headHeight = 64.0
    static let footHeight = 74.0

    /// - Parameter pixelsPerMetre: nil fits the plan into a width of some 1,800 pixels.
    public init(_ layout: Layout, pixelsPerMetre: Double? = nil) {
        self.layout = layout
        shelfRooms = ShelfRoom.rooms(of: layout)
        digitsMax = String(layout.shelves.map(\.number).max() ?? 1).count
        lettersMax =
            layout.bins.lazy.filter { $0.aisle != nil }
            .map { ($0.printedName ?? $0.address.text).utf8.count }.max() ?? 1
        let extents = FloorExtent.extents(of: layout, shelfRooms)
        let widest = Double(extents.map(\.widthMM).max() ?? 1) / 1000
        scale = min(max(pixelsPerMetre ?? min(44, 1_728 / widest), 1), 400)
        var top = Self.headHeight
        var panels: [Panel] = []
        for extent in extents {
            let panel = Panel(extent, left: Self.margin, top: top, pixelsPerMM: scale / 1000)
            top += panel.height + Self.margin
            panels.append(panel)
        }
        self.panels = panels
        width = max(720, (panels.map(\.width).max() ?? 0) + 2 * Self.margin)
        height = top + Self.footHeight - Self.margin
    }

    /// The plan as a picture.
    ///
    /// - Parameters:
    ///   - tour: a walk to lay over it.
    ///   - heat: picks by bin; bins without an entry had none.
    public func picture(tour: DrawnTour? = nil, heat: [BinAddress: Int] = [:]) -> Picture {
        var picture = Picture(width: width, height: height, title: "\(layout.warehouse): \(layout.name)")
        picture.rect(x: 0, y: 0, width: width, height: height, Style(fill: Palette.paper))
        let heatMap = heat.isEmpty ? nil : HeatMap(heat, layout)
        drawHead(&picture, tour)
        for panel in panels {
            drawGround(panel, &picture)
            drawWalkways(panel, &picture)
            drawShelves(panel, heatMap, &picture)
            drawSpots(panel, heatMap, &picture)
            if let tour { drawWalk(tour, on: panel, &picture) }
            drawLandings(panel, &picture)
            drawSigns(panel, &picture)
            drawStations(panel, &picture)
            if let tour { drawStops(tour, on: panel, &picture) }
        }
        drawFoot(&picture, heatMap)
        return picture
    }

    private func drawGround(_ panel: Panel, _ picture: inout Picture) {
        picture.rect(
            x: panel.left, y: panel.top, width: panel.width, height: panel.height, radius: 8,
            Style(fill: Palette.floor, stroke: Palette.wall, width: 1.5))
        if panels.count > 1 {
            picture.text(
                "Floor \(panel.floor)", at: Position(panel.left + 12, panel.top + 20),
                Font(size: 13, isBold: true), Style(fill: Palette.quiet))
        }
    }
}

/// The colours of a floor plan.
enum Palette {
    static let paper = Color(0xF4F5F2)
    static let floor = Color(0xFFFFFF)
    static let wall = Color(0xC9CDC8)
    static let walkway = Color(0xEDEFEA)
    static let ink = Color(0x1F2A30)
    static let quiet = Color(0x6B767C)
    static let shelfEdge = Color(0x8C979E)
    static let cellEdge = Color(0xC6CED3)
    static let closed = Color(0xD9D9D9)
    static let tour = Color(0xC2185B)
    static let sign = Color(0x37474F)
    static let heat = [Color(0xFFF3D6), Color(0xF9B24A), Color(0xD7301F), Color(0x7F0000)]

    static func bin(_ role: BinRole) -> Color {
        switch role {
        case .pick: Color(0xDCE9F5)
        case .reserve: Color(0xEFE8DA)
        case .receive: Color(0xDDEFE0)
        case .returns: Color(0xE9E0F3)
        case .quarantine: Color(0xFBE9B7)
        case .damaged: Color(0xF6D5D2)
        case .crossdock: Color(0xD6EEEE)
        }
    }

    static func station(_ kind: StationKind) -> Color {
        switch kind {
        case .start: Color(0x2E7D32)
        case .pack: Color(0x1565C0)
        case .dock: Color(0x424242)
        case .merge: Color(0x6A1B9A)
        case .stage: Color(0x00838F)
        case .receive: Color(0x558B2F)
        case .returns: Color(0x8E24AA)
        }
    }
}
