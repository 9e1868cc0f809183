internal import Drawing

extension LayoutDrawing {
    /// Numbers the stops beside their bins, off every text; stops at one shelf face share a marker.
    func drawStops(
        _ tour: DrawnTour, on panel: Panel, _ room: inout LabelRoom, _ picture: inout Picture
    ) {
        let size = stopSize(on: panel)
        let markers = markers(of: tour, on: panel)
        var boxes: [Box] = []
        for marker in markers {
            let width = max(size * 1.7, size * (0.68 * Double(marker.text.count) + 0.8))
            let box = Box(around: marker.face, width: width, height: size * 1.7)
            let place = place(box, at: marker, room)
            room.occupy(place)
            boxes.append(place)
            picture.line(from: place.center, to: marker.face, Style(stroke: Palette.tour, width: 1.5))
            picture.circle(
                at: marker.face, radius: 3, Style(fill: Palette.tour, stroke: .white, width: 1))
        }
        for (marker, box) in zip(markers, boxes) {
            picture.rect(
                box, radius: box.height / 2, Style(fill: Palette.tour, stroke: .white, width: 1.2))
            picture.text(
                marker.text, at: Position(box.center.x, box.center.y + size * 0.36),
                Font(size: size, isBold: true, anchor: .middle), Style(fill: .white))
        }
    }

    /// The size of a stop's number.
    private func stopSize(on panel: Panel) -> Double { min(12, max(9, panel.pixels(420))) }

    /// The middle of the number before a spot: there the walk ends, so that the spot's name can be read.
    func stopCentre(before spot: Bin, _ panel: Panel) -> Position {
        let (face, side) = spotFace(of: spot, panel)
        return face.moved(side, by: stopSize(on: panel) * 0.85 + 2)
    }

    /// One or more stops of a tour at one shelf face or spot.
    private struct Marker {
        let first: Int
        var last: Int
        /// Where the picker reaches in.
        let face: Position
        /// Where the number belongs: off the bin's text.
        let side: Heading
        var text: String { first == last ? "\(first)" : "\(first)–\(last)" }
    }

    private func markers(of tour: DrawnTour, on panel: Panel) -> [Marker] {
        var markers: [Marker] = []
        for (index, bin) in tour.bins.enumerated() {
            guard layout.point(of: bin.place).floor == panel.floor else { continue }
            let (face, side) = bin.aisle == nil ? spotFace(of: bin, panel) : shelfFace(of: bin, panel)
            if let last = markers.last, last.last == index, last.face.distance(to: face) < 2 {
                markers[markers.count - 1].last = index + 1
            } else {
                markers.append(Marker(first: index + 1, last: index + 1, face: face, side: side))
            }
        }
        return markers
    }

    /// The free place nearest to a stop: beside its face, else a little along the aisle, else before it.
    private func place(_ box: Box, at marker: Marker, _ room: LabelRoom) -> Box {
        func moved(_ out: Double, _ along: Heading, _ distance: Double) -> Box {
            let reach = (marker.side.x == 0 ? box.height : box.width) / 2
            let center = marker.face.moved(marker.side, by: reach + out).moved(along, by: distance)
            return Box(around: center, width: box.width, height: box.height)
        }
        let turns = marker.side.allRound
        for step in 0...8 {
            for along in step == 0 ? [turns[1]] : [turns[1], turns[2]] {
                for out in [2.0, 8, 14] {
                    let place = moved(out, along, Double(step) * 6)
                    if room.isFree(place, over: [.shelf, .way]) { return place }
                }
            }
        }
        return moved(2, turns[1], 0)
    }

    /// The front of the shelf in which a bin lies, and the side on which its number hides nothing: the shelf's, or
    /// the aisle's where the shelf's bins bear text.
    private func shelfFace(of bin: Bin, _ panel: Panel) -> (Position, Heading) {
        let point = panel.at(layout.point(of: bin.place))
        guard let index = layout.binIndex(bin.address.text),
            let shelf = layout.shelves.first(where: { $0.bins.contains(index) })
        else { return (point, .down) }
        let columns = shelf.columnsByLevel[bin.level - 1]
        let aisle = layout.aisles[shelf.aisle]
        let side = shelfRooms[shelf.aisle].faceMM * (shelf.side == .left ? -1 : 1)
        let y = shelf.columnYMM(bin.column - 1, of: columns)
        let face = panel.at(aisle.frame.world(xMM: aisle.xMM + side, yMM: y))
        let inwards = Heading(from: point, to: face) ?? .down
        return (face, lettering(of: shelf, panel).isNothing ? inwards : inwards.allRound[3])
    }
}
