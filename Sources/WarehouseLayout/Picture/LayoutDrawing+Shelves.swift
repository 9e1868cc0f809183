internal import Drawing

extension LayoutDrawing {
    /// Cells smaller than this on a side are not drawn one by one.
    private static let cellSideMin = 3.0
    /// Letters smaller than this cannot be read.
    private static let letterSizeMin = 5.0
    /// A digit's or capital's width in a sans-serif face, as a share of the letter size.
    private static let letterWidth = 0.66

    func drawShelves(_ panel: Panel, _ heat: HeatMap?, _ picture: inout Picture) {
        for shelf in layout.shelves where layout.aisles[shelf.aisle].frame.origin.floor == panel.floor {
            let box = box(of: shelf, across: 0...1, along: 0...1, panel)
            let open = heat == nil ? Palette.bin(layout.bins[shelf.bins.lowerBound].role) : Palette.floor
            let fill = shelf.isClosed ? Palette.closed : open
            picture.rect(
                x: box.x, y: box.y, width: box.width, height: box.height,
                Style(fill: fill, stroke: Palette.shelfEdge, width: 0.8), note: name(of: shelf))
            drawCells(of: shelf, panel, heat, &picture)
            if shelf.isClosed { drawCross(box, &picture) }
            if lettering(of: shelf, panel) != .names { drawNumber(of: shelf, panel, &picture) }
        }
    }

    private func name(of shelf: Shelf) -> String { "\(layout.aisles[shelf.aisle].id)-\(shelf.number)" }

    /// Draws a shelf's bins one by one where there is room, else its columns if they have a heat to show.
    private func drawCells(of shelf: Shelf, _ panel: Panel, _ heat: HeatMap?, _ picture: inout Picture) {
        let levels = shelf.columnsByLevel.count
        var index = shelf.bins.lowerBound
        var columnBins: [Int: [Int]] = [:]
        let isDetailed = isDetailed(shelf, panel)
        let lettering = lettering(of: shelf, panel)
        for (level, columns) in shelf.columnsByLevel.enumerated() {
            for column in 0..<columns {
                defer { index += 1 }
                guard isDetailed else {
                    columnBins[column, default: []].append(index)
                    continue
                }
                let cell = box(
                    of: shelf, across: Double(level) / Double(levels)...Double(level + 1) / Double(levels),
                    along: Double(column) / Double(columns)...Double(column + 1) / Double(columns), panel)
                drawCell(index, cell, lettering, isClosed: shelf.isClosed, heat, &picture)
            }
        }
        guard let heat, !isDetailed else { return }
        let columns = shelf.columnsByLevel.max() ?? 1
        for column in 0..<columns {
            guard let color = heat.color(of: columnBins[column] ?? []) else { continue }
            let along = Double(column) / Double(columns)...Double(column + 1) / Double(columns)
            let cell = box(of: shelf, across: 0...1, along: along, panel)
            picture.rect(x: cell.x, y: cell.y, width: cell.width, height: cell.height, Style(fill: color))
        }
    }

    private func isDetailed(_ shelf: Shelf, _ panel: Panel) -> Bool {
        let room = shelfRooms[shelf.aisle]
        let deep = panel.pixels(room.reachMM - room.faceMM) / Double(shelf.columnsByLevel.count)
        let along = panel.pixels(shelf.lengthMM) / Double(shelf.columnsByLevel.max() ?? 1)
        return min(deep, along) >= Self.cellSideMin
    }

    private func drawCell(
        _ index: Int, _ cell: Panel.Box, _ lettering: Lettering, isClosed: Bool, _ heat: HeatMap?,
        _ picture: inout Picture
    ) {
        let bin = layout.bins[index]
        var fill = isClosed ? Palette.closed : Palette.bin(bin.role)
        var note: String?
        if let heat {
            fill = heat.color(of: [index]) ?? (isClosed ? Palette.closed : Palette.floor)
            let picks = heat.picks(ofBin: index)
            if picks > 0 { note = "\(bin.address): \(picks) picks" }
        }
        picture.rect(
            x: cell.x, y: cell.y, width: cell.width, height: cell.height,
            Style(fill: fill, stroke: Palette.cellEdge, width: 0.4), note: note)
        let isDark = heat.map { Double($0.picks(ofBin: index)) / Double($0.most) > 0.35 } ?? false
        let ink = Style(fill: isDark ? .white : Palette.ink)
        switch lettering {
        case .names: write(bin.printedName ?? bin.address.text, letters: lettersMax, cell, ink, &picture)
        case .numbers: write(padded(bin.number, width: 2), letters: 2, cell, ink, &picture)
        case .nothing: break
        }
    }

    /// What the cells of a shelf have room for.
    private enum Lettering { case names, numbers, nothing }

    private func lettering(of shelf: Shelf, _ panel: Panel) -> Lettering {
        let levels = shelf.columnsByLevel.count
        let columns = shelf.columnsByLevel.max() ?? 1
        let cell = box(
            of: shelf, across: 0...1 / Double(levels), along: 0...1 / Double(columns), panel)
        if letterSize(lettersMax, cell) >= Self.letterSizeMin { return .names }
        return letterSize(2, cell) >= Self.letterSizeMin ? .numbers : .nothing
    }

    /// The size at which so many letters fit into a cell along its longer side.
    private func letterSize(_ letters: Int, _ cell: Panel.Box) -> Double {
        let (long, short) = (max(cell.width, cell.height), min(cell.width, cell.height))
        return min(short * 0.72, long * 0.94 / (Self.letterWidth * Double(letters)), 13)
    }

    func write(_ text: String, letters: Int, _ cell: Panel.Box, _ style: Style, _ picture: inout Picture) {
        let size = letterSize(letters, cell)
        guard size >= Self.letterSizeMin else { return }
        let isUpright = cell.height > cell.width
        let shift = size * 0.36
        let at = Position(cell.center.x + (isUpright ? shift : 0), cell.center.y + (isUpright ? 0 : shift))
        picture.text(text, at: at, Font(size: size, anchor: .middle, turn: isUpright ? -90 : 0), style)
    }

    /// Writes a shelf's number before it, where its bins do not bear their names.
    private func drawNumber(of shelf: Shelf, _ panel: Panel, _ picture: inout Picture) {
        let aisle = layout.aisles[shelf.aisle]
        let room = panel.pixels(shelfRooms[shelf.aisle].faceMM)
        let text = String(shelf.number)
        let size = min(
            10, room * 0.8 / (Self.letterWidth * Double(digitsMax)), panel.pixels(shelf.lengthMM) * 0.6)
        guard size >= Self.letterSizeMin else { return }
        let side = Int(Double(shelfRooms[shelf.aisle].faceMM) * 0.62) * (shelf.side == .left ? -1 : 1)
        let at = panel.at(aisle.frame.world(xMM: aisle.xMM + side, yMM: shelf.centreYMM))
        picture.text(
            text, at: Position(at.x, at.y + size * 0.36), Font(size: size, anchor: .middle),
            Style(fill: Palette.quiet))
    }

    private func drawCross(_ box: Panel.Box, _ picture: inout Picture) {
        let style = Style(stroke: Palette.quiet, width: 1)
        let (right, bottom) = (box.x + box.width, box.y + box.height)
        picture.line(from: Position(box.x, box.y), to: Position(right, bottom), style)
        picture.line(from: Position(box.x, bottom), to: Position(right, box.y), style)
    }

    /// A part of a shelf: shares of its depth from the front, and of its length by growing y.
    func box(
        of shelf: Shelf, across: ClosedRange<Double>, along: ClosedRange<Double>, _ panel: Panel
    ) -> Panel.Box {
        let aisle = layout.aisles[shelf.aisle]
        let room = shelfRooms[shelf.aisle]
        let depth = Double(room.reachMM - room.faceMM)
        let near = room.faceMM + Int(depth * across.lowerBound)
        let far = room.faceMM + Int(depth * across.upperBound)
        let start = shelf.centreYMM - shelf.lengthMM / 2
        let x = shelf.side == .left ? aisle.xMM - far...aisle.xMM - near : aisle.xMM + near...aisle.xMM + far
        let low = start + Int(Double(shelf.lengthMM) * along.lowerBound)
        let high = start + Int(Double(shelf.lengthMM) * along.upperBound)
        return panel.box(aisle.frame, x: x, y: low...high)
    }
}
