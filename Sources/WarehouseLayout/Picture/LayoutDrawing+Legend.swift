internal import Drawing

extension LayoutDrawing {
    /// Draws the scale bar and what the colours mean.
    func drawFoot(_ picture: inout Picture, _ heat: HeatMap?) {
        let baseline = height - 30
        let metres = [1, 2, 5, 10, 20, 50, 100].last { Double($0) * scale <= 160 } ?? 1
        let length = Double(metres) * scale
        let bar = Style(stroke: Palette.ink, width: 2)
        picture.line(from: Position(Self.margin, baseline), to: Position(Self.margin + length, baseline), bar)
        for x in [Self.margin, Self.margin + length] {
            picture.line(from: Position(x, baseline - 5), to: Position(x, baseline + 5), bar)
        }
        picture.text(
            "\(metres) m", at: Position(Self.margin + length / 2, baseline - 8),
            Font(size: 12, anchor: .middle),
            Style(fill: Palette.ink))
        var x = Self.margin + length + 40
        if let heat { drawHeatScale(heat, &x, baseline, &picture) } else { drawRoles(&x, baseline, &picture) }
        for kind in StationKind.allCases where layout.stations.contains(where: { $0.kind == kind }) {
            drawKey(kind.rawValue, Palette.station(kind), &x, baseline, &picture)
        }
    }

    private func drawRoles(_ x: inout Double, _ baseline: Double, _ picture: inout Picture) {
        let used = Set(layout.bins.map(\.role))
        for role in BinRole.allCases where used.contains(role) {
            drawKey(role.rawValue, Palette.bin(role), &x, baseline, &picture)
        }
        if layout.bins.contains(where: \.isClosed) {
            drawKey("closed", Palette.closed, &x, baseline, &picture)
        }
    }

    private func drawHeatScale(
        _ heat: HeatMap, _ x: inout Double, _ baseline: Double, _ picture: inout Picture
    ) {
        let steps = 40
        for step in 0..<steps {
            picture.rect(
                x: x + Double(step) * 3, y: baseline - 10, width: 3.2, height: 14,
                Style(fill: heat.color(share: Double(step) / Double(steps - 1))))
        }
        let label = Style(fill: Palette.ink)
        picture.text("1", at: Position(x, baseline - 14), Font(size: 11), label)
        picture.text(
            "\(heat.most) picks", at: Position(x + Double(steps) * 3, baseline - 14),
            Font(size: 11, anchor: .end), label)
        x += Double(steps) * 3 + 28
    }

    private func drawKey(
        _ name: String, _ color: Color, _ x: inout Double, _ baseline: Double, _ picture: inout Picture
    ) {
        picture.rect(
            x: x, y: baseline - 10, width: 14, height: 14, radius: 3,
            Style(fill: color, stroke: Palette.shelfEdge, width: 0.8))
        picture.text(name, at: Position(x + 20, baseline + 2), Font(size: 12), Style(fill: Palette.ink))
        x += 20 + Double(name.count) * 7.4 + 18
    }
}
