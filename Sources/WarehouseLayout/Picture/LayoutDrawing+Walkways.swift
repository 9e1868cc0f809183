internal import Drawing

extension LayoutDrawing {
    /// Draws what one walks on: cross aisles, aisles, then walkways beside the grid.
    func drawWalkways(_ panel: Panel, _ picture: inout Picture) {
        for line in layout.lines where line.start.floor == panel.floor && line.isLevel {
            let (start, end) = (panel.at(line.start), panel.at(line.end))
            switch line.kind {
            case .aisle(let index):
                drawLane(start, end, panel.pixels(2 * shelfRooms[index].faceMM), &picture)
            case .crossAisle:
                drawLane(start, end, max(panel.pixels(1_800), 3), &picture)
            case .walkway:
                drawLane(start, end, max(panel.pixels(1_200), 3), &picture)
            }
        }
        for line in layout.lines where line.isLevel && line.start.floor == panel.floor {
            drawCentre(line, panel, &picture)
        }
    }

    /// Draws where lifts and stairs lead to another storey.
    func drawLandings(_ panel: Panel, _ picture: inout Picture) {
        for line in layout.lines where !line.isLevel {
            if line.start.floor == panel.floor || line.end.floor == panel.floor {
                drawLanding(line, panel, &picture)
            }
        }
    }

    private func drawLane(_ start: Position, _ end: Position, _ width: Double, _ picture: inout Picture) {
        picture.polyline([start, end], Style(stroke: Palette.walkway, width: width))
    }

    /// Marks a line's direction, its cuts and, on a walkway, its way.
    private func drawCentre(_ line: WalkLine, _ panel: Panel, _ picture: inout Picture) {
        if case .walkway = line.kind {
            let dashes = Style(stroke: Palette.quiet, width: 1.2, dashes: [5, 4])
            picture.polyline([panel.at(line.start), panel.at(line.end)], dashes)
        }
        if line.direction != .both { drawArrows(line, panel, &picture) }
        for cut in line.cuts { drawBar(cut, line, panel, &picture) }
    }

    /// The end of a lift or of stairs: a box that says where it leads.
    private func drawLanding(_ line: WalkLine, _ panel: Panel, _ picture: inout Picture) {
        let isStart = line.start.floor == panel.floor
        let center = panel.at(isStart ? line.start : line.end)
        let other = isStart ? line.end.floor : line.start.floor
        let side = max(10, min(panel.pixels(1_400), 26))
        picture.rect(
            x: center.x - side / 2, y: center.y - side / 2, width: side, height: side, radius: 3,
            Style(fill: Palette.sign))
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

    private func drawBar(_ cut: WalkLine.Cut, _ line: WalkLine, _ panel: Panel, _ picture: inout Picture) {
        let (start, end) = (panel.at(line.start), panel.at(line.end))
        let spans: [Double] =
            switch cut {
            case .at(let along): [panel.pixels(along)]
            case .between(let low, let high): [panel.pixels((low + high) / 2)]
            }
        for along in spans {
            let center = start.moved(towards: end, by: along)
            let half = max(panel.pixels(600), 4)
            picture.circle(at: center, radius: half, Style(fill: .white, stroke: Color(0xB71C1C), width: 2))
            picture.line(
                from: Position(center.x - half * 0.6, center.y),
                to: Position(center.x + half * 0.6, center.y),
                Style(stroke: Color(0xB71C1C), width: 2.5))
        }
    }
}

extension Position {
    func distance(to other: Position) -> Double {
        ((other.x - x) * (other.x - x) + (other.y - y) * (other.y - y)).squareRoot()
    }

    /// The position `distance` away in the direction of `other`.
    func moved(towards other: Position, by distance: Double) -> Position {
        let whole = self.distance(to: other)
        guard whole > 0 else { return self }
        return Position(x + (other.x - x) * distance / whole, y + (other.y - y) * distance / whole)
    }
}

extension Picture {
    /// A filled arrowhead whose tip lies at `tip`, pointing from `from` to `to`.
    mutating func arrow(at tip: Position, from: Position, to: Position, size: Double, _ style: Style) {
        let length = from.distance(to: to)
        guard length > 0 else { return }
        let (dx, dy) = ((to.x - from.x) / length * size, (to.y - from.y) / length * size)
        polygon(
            [
                tip, Position(tip.x - dx - dy * 0.5, tip.y - dy + dx * 0.5),
                Position(tip.x - dx * 0.7, tip.y - dy * 0.7),
                Position(tip.x - dx + dy * 0.5, tip.y - dy - dx * 0.5),
            ], style)
    }
}
