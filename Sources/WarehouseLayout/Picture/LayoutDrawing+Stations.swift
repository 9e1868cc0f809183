internal import Drawing

extension LayoutDrawing {
    /// Draws the bins off the grid as squares.
    func drawSpots(_ panel: Panel, _ heat: HeatMap?, _ picture: inout Picture) {
        for (index, bin) in layout.bins.enumerated() where bin.aisle == nil {
            let point = layout.point(of: bin.place)
            guard point.floor == panel.floor else { continue }
            let side = max(panel.pixels(1_100), 4)
            let center = panel.at(point)
            let fill = heat?.color(of: [index]) ?? Palette.bin(bin.role)
            picture.rect(
                x: center.x - side / 2, y: center.y - side / 2, width: side, height: side, radius: 2,
                Style(fill: fill, stroke: Palette.shelfEdge, width: 0.8), note: bin.address.text)
            let box = Panel.Box(x: center.x - side / 2, y: center.y - side / 2, width: side, height: side)
            write(bin.address.text, letters: bin.address.text.count, box, Style(fill: Palette.ink), &picture)
        }
    }

    /// Draws every station as a badge with its name, and its path to the walkways.
    func drawStations(_ panel: Panel, _ picture: inout Picture) {
        for station in layout.stations where station.point.floor == panel.floor {
            let path = layout.spurs[station.place.index].map { panel.at($0) }
            picture.polyline(path, Style(stroke: Palette.quiet, width: 1, dashes: [2, 3]))
        }
        for station in layout.stations where station.point.floor == panel.floor {
            let center = panel.at(station.point)
            let letters = 0.68 * Double(station.id.text.count) + 1
            let size = min(13, max(6, panel.pixels(700)), max(4, roomBeside(station, panel) / letters))
            let width = size * letters
            picture.rect(
                x: center.x - width / 2, y: center.y - size * 0.85, width: width, height: size * 1.7,
                radius: size * 0.4, Style(fill: Palette.station(station.kind), stroke: .white, width: 1),
                note: "\(station.id): \(station.kind.rawValue)")
            picture.text(
                station.id.text, at: Position(center.x, center.y + size * 0.36),
                Font(size: size, isBold: true, anchor: .middle), Style(fill: .white))
        }
    }

    /// How wide a station's badge may be without lying on that of the next one in its row.
    private func roomBeside(_ station: Station, _ panel: Panel) -> Double {
        let center = panel.at(station.point)
        var room = Double.infinity
        for other in layout.stations where other.point.floor == panel.floor && other.point != station.point {
            let at = panel.at(other.point)
            if abs(at.y - center.y) < 20 { room = min(room, abs(at.x - center.x) * 0.96) }
        }
        return room
    }
}
