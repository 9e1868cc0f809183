internal import Drawing

extension LayoutDrawing {
    /// Draws the bins off the grid as squares, their ids inside where there is room, else below or above.
    func drawSpots(_ panel: Panel, _ heat: HeatMap?, _ room: inout LabelRoom, _ picture: inout Picture) {
        let spots = layout.bins.indices.filter {
            layout.bins[$0].aisle == nil && layout.point(of: layout.bins[$0].place).floor == panel.floor
        }
        for index in spots {
            let bin = layout.bins[index]
            let box = spotBox(of: bin, panel)
            room.occupy(box)
            let fill = heat.map { $0.color(of: [index]) ?? Palette.floor } ?? Palette.bin(bin.role)
            picture.rect(
                box, radius: 2, Style(fill: fill, stroke: Palette.shelfEdge, width: 0.8),
                note: heat?.note(ofBin: index, bin) ?? bin.address.text)
        }
        for index in spots {
            let bin = layout.bins[index]
            let isDark = heat?.isDark(bin: index) == true
            drawID(bin.address.text, spotBox(of: bin, panel), isDark: isDark, &room, &picture)
        }
    }

    private func drawID(
        _ id: String, _ box: Box, isDark: Bool, _ room: inout LabelRoom, _ picture: inout Picture
    ) {
        let size = Lettering.size(id.count, in: box)
        if size >= Lettering.sizeMin {
            picture.write(id, in: box, size: size, Style(fill: isDark ? .white : Palette.ink))
            return
        }
        let width = Self.spotLetters * Lettering.width * Double(id.count)
        let away = box.height / 2 + Self.spotLetters * 0.6 + 2
        let places = [away, -away].map {
            let center = Position(box.center.x, box.center.y + $0)
            return Box(around: center, width: width, height: Self.spotLetters)
        }
        guard let place = places.first(where: { room.isFree($0) }) else { return }
        room.occupy(place)
        picture.write(id, in: place, size: Self.spotLetters, Style(fill: Palette.quiet))
    }

    /// The size of an id that has no room inside its spot.
    private static let spotLetters = 8.0

    func spotBox(of bin: Bin, _ panel: Panel) -> Box {
        let side = max(panel.pixels(1_100), 5)
        return Box(around: panel.at(layout.point(of: bin.place)), width: side, height: side)
    }

    /// Just before the edge of a spot that faces the walkways, and the way to them.
    func spotFace(of bin: Bin, _ panel: Panel) -> (Position, Heading) {
        let box = spotBox(of: bin, panel)
        let foot = layout.spurs[bin.place.index].first.map { panel.at($0) }
        let side = foot.flatMap { Heading(from: box.center, to: $0) } ?? .down
        return (box.center.moved(side, by: box.width / 2 + 3), side)
    }
}
