internal import Drawing

extension LayoutDrawing {
    /// Draws what one walks on: cross aisles, aisles, then walkways beside the grid.
    func drawWalkways(_ panel: Panel, _ room: inout LabelRoom, _ picture: inout Picture) {
        for line in layout.lines where line.start.floor == panel.floor && line.isLevel {
            let (start, end) = (panel.at(line.start), panel.at(line.end))
            switch line.kind {
            case .aisle(let index):
                let (aisle, face) = (layout.aisles[index], shelfRooms[index].faceMM)
                let lane = panel.box(aisle.frame, x: aisle.xMM - face...aisle.xMM + face, y: aisle.spanMM)
                picture.rect(lane, Style(fill: Palette.walkway))
            case .crossAisle:
                drawLane(start, end, max(panel.pixels(1_800), 3), &picture)
            case .walkway:
                let breadth = max(panel.pixels(1_200), 3)
                drawLane(start, end, breadth, &picture)
                keepFree(start, end, breadth, &room)
            }
        }
        for line in layout.lines where line.isLevel && line.start.floor == panel.floor {
            drawCentre(line, panel, &room, &picture)
        }
    }

    /// Keeps labels off a walkway, which may lead aslant.
    private func keepFree(_ start: Position, _ end: Position, _ breadth: Double, _ room: inout LabelRoom) {
        let length = start.distance(to: end)
        let steps = min(max(1, Int(length / 10)), 1_000)
        for step in 0...steps {
            let center = start.moved(towards: end, by: length * Double(step) / Double(steps))
            room.occupy(Box(around: center, width: breadth, height: breadth), for: .way)
        }
    }

    /// Draws where lifts and stairs lead to another storey.
    func drawLandings(_ panel: Panel, _ room: inout LabelRoom, _ picture: inout Picture) {
        for line in layout.lines where !line.isLevel {
            if line.start.floor == panel.floor || line.end.floor == panel.floor {
                drawLanding(line, panel, &room, &picture)
            }
        }
    }

    private func drawLane(_ start: Position, _ end: Position, _ width: Double, _ picture: inout Picture) {
        picture.polyline([start, end], Style(stroke: Palette.walkway, width: width))
    }

    /// Marks a line's direction, its cuts and, on a walkway, its way.
    private func drawCentre(
        _ line: WalkLine, _ panel: Panel, _ room: inout LabelRoom, _ picture: inout Picture
    ) {
        if case .walkway = line.kind {
            let dashes = Style(stroke: Palette.quiet, width: 1.2, dashes: [5, 4])
            picture.polyline([panel.at(line.start), panel.at(line.end)], dashes)
        }
        if line.direction != .both { drawArrows(line, panel, &picture) }
        for cut in line.cuts { drawBar(cut, line, panel, &room, &picture) }
    }

    /// The end of a lift or of stairs: a box that says where it leads.
    private func drawLanding(
        _ line: WalkLine, _ panel: Panel, _ room: inout LabelRoom, _ picture: inout Picture
    ) {
        let isStart = line.start.floor == panel.floor
        let center = panel.at(isStart ? line.start : line.end)
        let other = isStart ? line.end.floor : line.start.floor
        let side = max(16, min(panel.pixels(1_400), 26))
        let box = Box(around: center, width: side, height: side)
        room.occupy(box)
        picture.rect(box, radius: 3, Style(fill: Palette.landing))
        picture.text(
            other > panel.floor ? "↑\(other)" : "↓\(other)", at: Position(center.x, center.y + side * 0.2),
            Font(size: side * 0.55, isBold: true, anchor: .middle), Style(fill: .white))
    }

    private func drawArrows(_ line: WalkLine, _ panel: Panel, _ picture: inout Picture) {
        let (start, end) = (panel.at(line.start), panel.at(line.end))
        let (from, to) = line.direction == .forward ? (start, end) : (end, start)
        let length = from.distance(to: to)
        let count = max(1, Int(length / 90))
        for step in 0..<count {
            let share = (Double(step) + 0.5) / Double(count)
            let tip = from.moved(towards: to, by: share * length + 5)
            picture.arrow(at: tip, from: from, to: to, size: 9, Style(fill: Palette.quiet))
        }
    }

    private func drawBar(
        _ cut: WalkLine.Cut, _ line: WalkLine, _ panel: Panel, _ room: inout LabelRoom,
        _ picture: inout Picture
    ) {
        let (start, end) = (panel.at(line.start), panel.at(line.end))
        let spans: [Double] =
            switch cut {
            case .at(let along): [panel.pixels(along)]
            case .between(let low, let high): [panel.pixels((low + high) / 2)]
            }
        for along in spans {
            let center = start.moved(towards: end, by: along)
            let half = min(max(panel.pixels(500), 5), 14)
            room.occupy(Box(around: center, width: 2 * half, height: 2 * half))
            picture.circle(at: center, radius: half, Style(fill: .white, stroke: Palette.barrier, width: 2))
            picture.line(
                from: Position(center.x - half * 0.6, center.y),
                to: Position(center.x + half * 0.6, center.y),
                Style(stroke: Palette.barrier, width: 2.5))
        }
    }
}
