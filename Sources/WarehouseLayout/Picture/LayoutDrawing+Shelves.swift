internal import Common
internal import Drawing

extension LayoutDrawing {
    /// Cells smaller than this on a side are not drawn one by one.
    private static let cellSideMin = 3.0

    func drawShelves(_ panel: Panel, _ heat: HeatMap?, _ room: inout LabelRoom, _ picture: inout Picture) {
        for shelf in layout.shelves where layout.aisles[shelf.aisle].frame.origin.floor == panel.floor {
            let box = box(of: shelf, across: 0...1, along: 0...1, panel)
            let lettering = lettering(of: shelf, panel)
            room.occupy(box, for: lettering.isNothing ? .shelf : .text)
            let open = heat == nil ? Palette.bin(layout.bins[shelf.bins.lowerBound].role) : Palette.floor
            let fill = shelf.isClosed ? Palette.closed : open
            picture.rect(
                box, Style(fill: fill, stroke: Palette.shelfEdge, width: 0.8), note: name(of: shelf))
            drawCells(of: shelf, lettering, panel, heat, &picture)
            if shelf.isClosed { drawCross(box, &picture) }
            if !lettering.showsNames { drawNumber(of: shelf, panel, &room, &picture) }
        }
    }

    private func name(of shelf: Shelf) -> String { "\(layout.aisles[shelf.aisle].id)-\(shelf.number)" }

    /// Draws a shelf's bins one by one where there is room, else its columns if they have a heat to show.
    private func drawCells(
        of shelf: Shelf, _ lettering: Lettering, _ panel: Panel, _ heat: HeatMap?, _ picture: inout Picture
    ) {
        let levels = shelf.columnsByLevel.count
        var index = shelf.bins.lowerBound
        var columnBins: [Int: [Int]] = [:]
        let isDetailed = isDetailed(shelf, panel)
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
            picture.rect(box(of: shelf, across: 0...1, along: along, panel), Style(fill: color))
        }
    }

    private func isDetailed(_ shelf: Shelf, _ panel: Panel) -> Bool {
        let room = shelfRooms[shelf.aisle]
        let deep = panel.pixels(room.reachMM - room.faceMM) / Double(shelf.columnsByLevel.count)
        let along = panel.pixels(shelf.lengthMM) / Double(shelf.columnsByLevel.max() ?? 1)
        return min(deep, along) >= Self.cellSideMin
    }

    private func drawCell(
        _ index: Int, _ cell: Box, _ lettering: Lettering, isClosed: Bool, _ heat: HeatMap?,
        _ picture: inout Picture
    ) {
        let bin = layout.bins[index]
        var fill = isClosed ? Palette.closed : Palette.bin(bin.role)
        var note: String?
        if let heat {
            fill = heat.color(of: [index]) ?? (isClosed ? Palette.closed : Palette.floor)
            note = heat.note(ofBin: index, bin)
        }
        picture.rect(cell, Style(fill: fill, stroke: Palette.cellEdge, width: 0.4), note: note)
        let ink = Style(fill: heat?.isDark(bin: index) == true ? .white : Palette.ink)
        switch lettering {
        case .names(let size):
            picture.write(bin.printedName ?? bin.address.text, in: cell, size: size, ink)
        case .numbers(let size): picture.write(bin.number.zeroPadded(to: 2), in: cell, size: size, ink)
        case .nothing: break
        }
    }

    /// What the cells of a shelf have room for: one size for all, that of the smallest.
    func lettering(of shelf: Shelf, _ panel: Panel) -> Lettering {
        let levels = shelf.columnsByLevel.count
        let columns = shelf.columnsByLevel.max() ?? 1
        let cell = box(of: shelf, across: 0...1 / Double(levels), along: 0...1 / Double(columns), panel)
        let (names, numbers) = (Lettering.size(lettersMax, in: cell), Lettering.size(binDigitsMax, in: cell))
        if names >= Lettering.sizeMin { return .names(size: names) }
        return numbers >= Lettering.sizeMin ? .numbers(size: numbers) : .nothing
    }

    /// Writes a shelf's number before it, where its bins do not bear their names.
    private func drawNumber(
        of shelf: Shelf, _ panel: Panel, _ room: inout LabelRoom, _ picture: inout Picture
    ) {
        let aisle = layout.aisles[shelf.aisle]
        let breadth = panel.pixels(shelfRooms[shelf.aisle].faceMM)
        let size = min(
            10, breadth * 0.8 / (Lettering.width * Double(digitsMax)), panel.pixels(shelf.lengthMM) * 0.6)
        guard size >= Lettering.sizeMin else { return }
        let text = String(shelf.number)
        let side = Int(Double(shelfRooms[shelf.aisle].faceMM) * 0.62) * (shelf.side == .left ? -1 : 1)
        let at = panel.at(aisle.frame.world(xMM: aisle.xMM + side, yMM: shelf.centreYMM))
        let box = Box(around: at, width: size * Lettering.width * Double(text.count), height: size)
        room.occupy(box)
        picture.text(
            text, at: Position(at.x, at.y + size * 0.36), Font(size: size, anchor: .middle),
            Style(fill: Palette.quiet))
    }

    private func drawCross(_ box: Box, _ picture: inout Picture) {
        let style = Style(stroke: Palette.quiet, width: 1, opacity: 0.6)
        let (right, bottom) = (box.x + box.width, box.y + box.height)
        picture.line(from: Position(box.x, box.y), to: Position(right, bottom), style)
        picture.line(from: Position(box.x, bottom), to: Position(right, box.y), style)
    }

    /// A part of a shelf: shares of its depth from the front, and of its length by growing y.
    func box(
        of shelf: Shelf, across: ClosedRange<Double>, along: ClosedRange<Double>, _ panel: Panel
    ) -> Box {
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
