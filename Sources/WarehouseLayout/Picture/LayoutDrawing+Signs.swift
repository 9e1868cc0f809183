internal import Drawing

extension LayoutDrawing {
    /// Hangs the names of aisles at their ends and those of cross aisles at their left ends.
    func drawSigns(_ panel: Panel, _ picture: inout Picture) {
        for (index, aisle) in layout.aisles.enumerated() where aisle.frame.origin.floor == panel.floor {
            let room = panel.pixels(shelfRooms[index].faceMM)
            let radius = min(13, max(3, room * 0.8))
            for y in [aisle.spanMM.lowerBound, aisle.spanMM.upperBound] {
                drawSign(aisle.id.text, panel.at(aisle.frame.world(xMM: aisle.xMM, yMM: y)), radius, &picture)
            }
        }
        for row in layout.crossAisles.indices where layout.crossAisles[row].frame.origin.floor == panel.floor
        {
            drawName(ofCrossAisle: row, panel, &picture)
        }
    }

    /// Writes a cross aisle's name into it, between the first two aisles that meet it.
    private func drawName(ofCrossAisle index: Int, _ panel: Panel, _ picture: inout Picture) {
        let row = layout.crossAisles[index]
        let met = layout.aisles.filter { $0.crossings.contains(index) }.map(\.xMM).sorted()
        let first = met.first ?? row.extentMM.lowerBound
        let second = met.first { $0 > first } ?? first + 5_000
        let at = panel.at(row.frame.world(xMM: (first + second) / 2, yMM: row.yMM))
        let room = panel.pixels(second - first) * 0.6
        let size = min(11, panel.pixels(1_000), room / (0.7 * Double(row.id.count)))
        guard size >= 4 else { return }
        let isTurned = row.frame.quarterTurns % 2 == 1
        let shift = size * 0.36
        let (long, short) = (size * (0.75 * Double(row.id.count) + 0.8), size * 1.5)
        let (width, height) = isTurned ? (short, long) : (long, short)
        picture.rect(
            x: at.x - width / 2, y: at.y - height / 2, width: width, height: height, radius: short / 2,
            Style(fill: Palette.walkway))
        picture.text(
            row.id, at: Position(at.x + (isTurned ? shift : 0), at.y + (isTurned ? 0 : shift)),
            Font(size: size, isBold: true, anchor: .middle, turn: isTurned ? -90 : 0),
            Style(fill: Palette.quiet))
    }

    private func drawSign(_ text: String, _ center: Position, _ radius: Double, _ picture: inout Picture) {
        picture.circle(at: center, radius: radius, Style(fill: Palette.sign))
        let size = min(radius * 1.15, radius * 2.6 / Double(max(1, text.count)))
        guard size >= 4 else { return }
        picture.text(
            text, at: Position(center.x, center.y + size * 0.36),
            Font(size: size, isBold: true, anchor: .middle),
            Style(fill: .white))
    }

    func drawHead(_ picture: inout Picture, _ tour: DrawnTour?) {
        picture.text(
            layout.warehouse.text, at: Position(Self.margin, 40), Font(size: 26, isBold: true),
            Style(fill: Palette.ink))
        let indent = Double(layout.warehouse.text.count) * 19 + 16
        picture.text(
            layout.name, at: Position(Self.margin + indent, 40), Font(size: 18), Style(fill: Palette.quiet))
        var facts = "\(counted(layout.aisles.count, "aisle")) · \(counted(layout.bins.count, "bin"))"
        if let tour {
            let minutes = tour.lengthMM(on: layout) / (layout.walkSpeedMMPerS * 60)
            let metres = (tour.lengthMM(on: layout) + 50) / 100
            facts =
                "\(counted(tour.bins.count, "stop")) · \(metres / 10).\(metres % 10) m"
                + " · \(minutes == 0 ? "under a minute" : "\(minutes) min") of walking"
        }
        picture.text(
            facts, at: Position(width - Self.margin, 40), Font(size: 15, anchor: .end),
            Style(fill: Palette.ink))
    }

    private func counted(_ count: Int, _ word: String) -> String {
        let digits = Array(String(count))
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return "\(text) \(word)\(count == 1 ? "" : "s")"
    }
}
