internal import Drawing

extension LayoutDrawing {
    /// Hangs the names of aisles at both ends, a little farther out where something is in the way.
    func drawAisleSigns(_ panel: Panel, _ room: inout LabelRoom, _ picture: inout Picture) {
        for (index, aisle) in layout.aisles.enumerated() where aisle.frame.origin.floor == panel.floor {
            let radius = min(13, max(9, panel.pixels(shelfRooms[index].faceMM) * 0.8))
            let letters = Double(aisle.id.text.count)
            let size = letters > 2 ? max(8, radius * 0.85) : radius * 1.15 * (letters > 1 ? 0.9 : 1)
            let width = max(2 * radius, letters > 2 ? size * (Lettering.boldWidth * letters + 1) : 0)
            let ends = [aisle.spanMM.lowerBound, aisle.spanMM.upperBound].map {
                panel.at(aisle.frame.world(xMM: aisle.xMM, yMM: $0))
            }
            for (end, other) in [(ends[0], ends[1]), (ends[1], ends[0])] {
                let out = Heading(from: other, to: end) ?? .down
                let places = (0...6).lazy.map {
                    Box(around: end.moved(out, by: Double($0) * 6), width: width, height: 2 * radius)
                }
                guard let box = places.first(where: { room.isFree($0, over: [.way]) }) else { continue }
                room.occupy(box)
                drawSign(aisle.id.text, box, size, &picture)
            }
        }
    }

    private func drawSign(_ text: String, _ box: Box, _ size: Double, _ picture: inout Picture) {
        picture.rect(box, radius: box.height / 2, Style(fill: Palette.sign))
        picture.text(
            text, at: Position(box.center.x, box.center.y + size * 0.36),
            Font(size: size, isBold: true, anchor: .middle), Style(fill: .white))
    }

    /// Writes the names of cross aisles beside the floor, one below the other, where nothing is in the way.
    func drawCrossAisleNames(_ panel: Panel, _ room: inout LabelRoom, _ picture: inout Picture) {
        for (index, row) in layout.crossAisles.enumerated() where row.frame.origin.floor == panel.floor {
            let box = Self.nameBox(row.id)
            let edges = edges(of: row.frame)
            let near = places(of: box, beyond: edges.lowerBound, inwards: edges.upperBound, row, panel)
            let far = places(of: box, beyond: edges.upperBound, inwards: edges.lowerBound, row, panel)
            guard let place = (near + far).first(where: { room.isFree($0) }) ?? inside(index, box, panel)
            else { continue }
            room.occupy(place)
            picture.write(row.id, in: place, size: Self.nameSize, isBold: true, Style(fill: Palette.quiet))
        }
    }

    static let nameSize = 11.0

    /// The room that a cross aisle's name needs.
    static func nameBox(_ name: String) -> Box {
        let width = nameSize * (Lettering.boldWidth * Double(name.count) + 0.4)
        return Box(x: 0, y: 0, width: max(width, nameSize * 1.4), height: nameSize * 1.3)
    }

    /// How far the aisles with their shelves and the cross aisles of a frame, with their round ends, reach across.
    private func edges(of frame: Frame) -> ClosedRange<Int> {
        var reach: [Int] = []
        for row in layout.crossAisles where row.frame == frame {
            reach += [row.extentMM.lowerBound - 900, row.extentMM.upperBound + 900]
        }
        for (aisle, room) in zip(layout.aisles, shelfRooms) where aisle.frame == frame {
            reach += [aisle.xMM - room.reachMM, aisle.xMM + room.reachMM]
        }
        return (reach.min() ?? 0)...(reach.max() ?? 0)
    }

    /// Where a name may lie beyond one end of its cross aisle, the nearest place first.
    private func places(
        of box: Box, beyond edge: Int, inwards other: Int, _ row: CrossAisle, _ panel: Panel
    ) -> [Box] {
        let end = panel.at(row.frame.world(xMM: edge, yMM: row.yMM))
        let out = Heading(from: panel.at(row.frame.world(xMM: other, yMM: row.yMM)), to: end) ?? .down
        let half = out.x == 0 ? box.height / 2 : box.width / 2
        return (0...6).map {
            let center = end.moved(out, by: half + 8 + Double($0) * 6)
            return Box(around: center, width: box.width, height: box.height)
        }
    }

    /// A name's place on its cross aisle, between the first two aisles that meet it, if that is wide enough.
    private func inside(_ index: Int, _ box: Box, _ panel: Panel) -> Box? {
        let row = layout.crossAisles[index]
        let met = layout.aisles.filter { $0.crossings.contains(index) }.map(\.xMM).sorted()
        guard let first = met.first, let second = met.first(where: { $0 > first }),
            panel.pixels(second - first) > box.width + 30
        else { return nil }
        let center = panel.at(row.frame.world(xMM: (first + second) / 2, yMM: row.yMM))
        return Box(around: center, width: box.width, height: box.height)
    }

    /// Writes what the picture shows above it.
    func drawHead(_ picture: inout Picture, _ tour: DrawnTour?) {
        picture.text(
            layout.warehouse.text, at: Position(Self.margin, 42), Font(size: 26, isBold: true),
            Style(fill: Palette.ink))
        picture.text(
            layout.name, at: Position(Self.margin, 64), Font(size: 15), Style(fill: Palette.quiet))
        let lines = tour.map { facts(of: $0) } ?? floorFacts
        for (line, fact) in lines.enumerated() {
            picture.text(
                fact, at: Position(width - Self.margin, line == 0 ? 42 : 64),
                Font(size: 15, isBold: line == 0, anchor: .end),
                Style(fill: line == 0 ? Palette.ink : Palette.quiet))
        }
    }

    private var floorFacts: [String] {
        let aisles = counted(layout.aisles.count, "aisle")
        return [
            "\(aisles) · \(counted(layout.bins.count, "bin"))", counted(layout.stations.count, "station"),
        ]
    }

    private func facts(of tour: DrawnTour) -> [String] {
        let minutes = tour.lengthMM(on: layout) / (layout.walkSpeedMMPerS * 60)
        let metres = (tour.lengthMM(on: layout) + 50) / 100
        return [
            "\(counted(tour.bins.count, "stop")) · \(metres / 10).\(metres % 10) m",
            "\(minutes == 0 ? "under a minute" : "\(minutes) min") of walking",
        ]
    }
}
