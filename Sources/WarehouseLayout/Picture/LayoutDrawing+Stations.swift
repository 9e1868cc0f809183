internal import Drawing

extension LayoutDrawing {
    /// Draws every station as a badge with its name, and its path to the walkways.
    ///
    /// A badge that would lie on something else moves aside, and a thread leads to where the station stands.
    func drawStations(_ panel: Panel, _ room: inout LabelRoom, _ picture: inout Picture) {
        let stations = layout.stations.filter { $0.point.floor == panel.floor }
        for station in stations {
            let path = layout.spurs[station.place.index].map { panel.at($0) }
            picture.polyline(path, Style(stroke: Palette.quiet, width: 1, dashes: [2, 3]))
        }
        let styles = BadgeStyle.styles(of: stations, panel)
        for (station, style) in zip(stations, styles) {
            let center = panel.at(station.point)
            let box = place(style.box(for: station.id.text, around: center), of: station, panel, room)
            room.occupy(box)
            if box.center.distance(to: center) > style.size {
                drawThread(from: box.center, to: center, &picture)
            }
            picture.rect(
                box, radius: style.size * 0.4,
                Style(fill: Palette.station(station.kind), stroke: .white, width: 1),
                note: "\(station.id): \(station.kind.rawValue)")
            picture.write(station.id.text, in: box, size: style.size, isBold: true, Style(fill: .white))
        }
    }

    private func drawThread(from start: Position, to end: Position, _ picture: inout Picture) {
        picture.line(from: start, to: end, Style(stroke: Palette.ink, width: 1))
        picture.circle(at: end, radius: 2.5, Style(fill: Palette.ink, stroke: .white, width: 1))
    }

    /// The free place nearest to where a badge belongs, first away from the walkways; that itself if none is free.
    private func place(_ box: Box, of station: Station, _ panel: Panel, _ room: LabelRoom) -> Box {
        if room.isFree(box) { return box }
        let path = layout.spurs[station.place.index]
        let away = path.first.flatMap { Heading(from: panel.at($0), to: panel.at(station.point)) } ?? .down
        for step in 1...24 {
            for heading in away.allRound {
                let center = box.center.moved(heading, by: Double(step) * 5)
                let moved = Box(around: center, width: box.width, height: box.height)
                if room.isFree(moved) { return moved }
            }
        }
        return box
    }
}

/// How large a station's badge is, and whether it stands upright to fit between its neighbours.
private struct BadgeStyle {
    var size: Double
    var isUpright: Bool

    private static let sizeMax = 13.0
    /// White on colour needs a little more than ink on white.
    private static let sizeMin = 9.0
    /// Badges whose centres differ less in height stand in one row.
    private static let rowHeight = 16.0
    private static let uprightBreadth = 1.5

    func box(for text: String, around center: Position) -> Box {
        let long = size * (Lettering.boldWidth * Double(text.count) + 1)
        let short = size * (isUpright ? Self.uprightBreadth : 1.7)
        return Box(around: center, width: isUpright ? short : long, height: isUpright ? long : short)
    }

    /// The styles of a storey's stations: those of one kind in one row are alike.
    static func styles(of stations: [Station], _ panel: Panel) -> [BadgeStyle] {
        let centers = stations.map { panel.at($0.point) }
        func isInRow(_ one: Int, _ other: Int) -> Bool {
            abs(centers[one].y - centers[other].y) < rowHeight
        }
        let own = stations.indices.map { index in
            let gaps = stations.indices.lazy
                .filter { isInRow($0, index) && abs(centers[$0].x - centers[index].x) > 0.5 }
                .map { abs(centers[$0].x - centers[index].x) }
            return BadgeStyle(letters: stations[index].id.text.count, gap: gaps.min() ?? .infinity)
        }
        return stations.indices.map { index in
            let alike = stations.indices.filter {
                stations[$0].kind == stations[index].kind && isInRow($0, index)
            }
            let isUpright = alike.contains { own[$0].isUpright }
            let size = alike.lazy.filter { own[$0].isUpright == isUpright }.map { own[$0].size }.min()
            return BadgeStyle(size: size ?? sizeMin, isUpright: isUpright)
        }
    }

    private init(size: Double, isUpright: Bool) { (self.size, self.isUpright) = (size, isUpright) }

    private init(letters: Int, gap: Double) {
        let level = (gap - 4) / (Lettering.boldWidth * Double(letters) + 1)
        isUpright = level < Self.sizeMin
        size = min(Self.sizeMax, max(Self.sizeMin, isUpright ? (gap - 4) / Self.uprightBreadth : level))
        if isUpright { size = min(size, 11) }
    }
}
