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
    /// Where the last storey ends, and the foot begins.
    let bottom: Double
    let shelfRooms: [ShelfRoom]
    /// The letters of the longest bin name, so that all names have one size.
    let lettersMax: Int
    /// The digits of the greatest bin number, at least two.
    let binDigitsMax: Int
    /// The digits of the greatest shelf number.
    let digitsMax: Int

    static let margin = 36.0
    static let headHeight = 88.0
    /// The width of a plan whose scale nobody chose, and the scale that is enough for a small one.
    private static let usualWidth = 1_800.0
    private static let usualScaleMax = 44.0
    private static let widthMin = 720.0

    /// - Parameter pixelsPerMetre: nil fits the plan into a width of 1,800 pixels.
    public init(_ layout: Layout, pixelsPerMetre: Double? = nil) {
        self.layout = layout
        shelfRooms = ShelfRoom.rooms(of: layout)
        digitsMax = String(layout.shelves.map(\.number).max() ?? 1).count
        lettersMax =
            layout.bins.lazy.filter { $0.aisle != nil }
            .map { ($0.printedName ?? $0.address.text).utf8.count }.max() ?? 1
        binDigitsMax = max(2, String(layout.bins.map(\.number).max() ?? 1).count)
        let frame = PanelFrame(layout)
        let extents = FloorExtent.extents(of: layout, shelfRooms)
        let widest = Double(extents.map(\.widthMM).max() ?? 1) / 1000
        let fitting = (Self.usualWidth - 2 * (Self.margin + frame.side)) / widest
        scale = min(max(pixelsPerMetre ?? min(Self.usualScaleMax, fitting), 1), 400)
        var top = Self.headHeight
        var panels: [Panel] = []
        for extent in extents {
            let panel = Panel(extent, frame, left: Self.margin, top: top, pixelsPerMM: scale / 1000)
            top += panel.box.height + Self.margin
            panels.append(panel)
        }
        self.panels = panels
        width = max(Self.widthMin, (panels.map(\.box.width).max() ?? 0) + 2 * Self.margin)
        bottom = top - Self.margin
    }

    /// The plan as a picture.
    ///
    /// - Parameters:
    ///   - tour: a walk to lay over it.
    ///   - heat: picks by bin; bins without an entry had none.
    public func picture(tour: DrawnTour? = nil, heat: [BinAddress: Int] = [:]) -> Picture {
        let heatMap = heat.isEmpty ? nil : HeatMap(heat, layout)
        let foot = Foot(self, heatMap, hasTour: tour != nil)
        let height = bottom + foot.height
        var picture = Picture(width: width, height: height, title: "\(layout.warehouse): \(layout.name)")
        picture.rect(x: 0, y: 0, width: width, height: height, Style(fill: Palette.paper))
        drawHead(&picture, tour)
        for panel in panels { draw(panel, tour, heatMap, &picture) }
        foot.draw(&picture)
        return picture
    }

    /// Draws a storey from the ground up; what comes first has the right of way.
    private func draw(_ panel: Panel, _ tour: DrawnTour?, _ heat: HeatMap?, _ picture: inout Picture) {
        var room = LabelRoom(panel.box.grown(by: -4))
        drawGround(panel, &room, &picture)
        drawWalkways(panel, &room, &picture)
        drawShelves(panel, heat, &room, &picture)
        drawSpots(panel, heat, &room, &picture)
        if let tour { drawWalk(tour, on: panel, &picture) }
        drawLandings(panel, &room, &picture)
        drawAisleSigns(panel, &room, &picture)
        drawCrossAisleNames(panel, &room, &picture)
        drawStations(panel, &room, &picture)
        if let tour { drawStops(tour, on: panel, &room, &picture) }
    }

    private func drawGround(_ panel: Panel, _ room: inout LabelRoom, _ picture: inout Picture) {
        picture.rect(panel.box, radius: 8, Style(fill: Palette.floor, stroke: Palette.wall, width: 1.5))
        guard panels.count > 1 else { return }
        let at = Position(panel.box.x + 14, panel.box.y + 24)
        picture.text("Floor \(panel.floor)", at: at, Font(size: 14, isBold: true), Style(fill: Palette.quiet))
        room.occupy(Box(x: at.x, y: at.y - 14, width: 80, height: 18))
    }
}
