public import Drawing

extension ParcelDrawing {
    /// The box seen from above its front right corner.
    ///
    /// - Complexity: quadratic in the number of outlines.
    public func isometric() -> Picture {
        let size = IsometricView(box: box.inner, side: Self.side, origin: Position(0, 0))
        let (width, height) = (size.width + 2 * Self.margin, size.height + 2 * Self.margin)
        var (picture, top) = page(width: width, height: height, title: boxTitle, legend: blocks)
        let origin = Position((picture.width - size.width) / 2, top + Self.margin / 2)
        let view = IsometricView(box: box.inner, side: Self.side, origin: origin)
        draw(wallsIn: view, &picture)
        let sorted = IsometricView.backToFront(blocks)
        for block in sorted { draw(block, in: view, &picture) }
        draw(labelsOf: sorted, in: view, &picture)
        draw(measuresIn: view, &picture)
        return picture
    }

    private func draw(wallsIn view: IsometricView, _ picture: inout Picture) {
        let (l, w, h) = (box.inner.lengthMM, box.inner.widthMM, box.inner.heightMM)
        let edges = [
            [(0, 0, 0), (l, 0, 0), (l, w, 0), (0, w, 0), (0, 0, 0)],
            [(0, 0, h), (0, 0, 0)], [(l, 0, h), (l, 0, 0)], [(0, w, h), (0, w, 0)],
            [(l, 0, h), (0, 0, h), (0, w, h)],
        ]
        for edge in edges { picture.polyline(edge.map(view.point), Style(stroke: Color(0x888888))) }
    }

    private func draw(_ block: PieceBlock, in view: IsometricView, _ picture: inout Picture) {
        let color = Self.color(of: block.first)
        let note = "\(block.label): \(block.first.sku)"
        for (light, face) in zip([0.55, 0.3, 0], view.faces(of: block)) {
            picture.polygon(face, Style(fill: color.mixed(with: .white, share: light)), note: note)
        }
        let counts = block.counts
        for (face, parts) in zip(
            view.faces(of: block), [(counts[0], counts[1]), (counts[1], counts[2]), (counts[0], counts[2])])
        {
            drawSeams(of: face, parts.0, parts.1, &picture)
            picture.polygon(face, Style(stroke: .black))
        }
    }

    /// Where the pieces of a block meet, thin, and not where the lines would run together.
    private func drawSeams(of face: [Position], _ across: Int, _ down: Int, _ picture: inout Picture) {
        let style = Style(stroke: Color(0x555555), width: 0.4)
        let sides = [
            (across, face[0], face[1], face[3], face[2]), (down, face[0], face[3], face[1], face[2]),
        ]
        for (parts, from, to, otherFrom, otherTo) in sides where from.distance(to: to) / Double(parts) >= 4 {
            for part in 1..<max(1, parts) {
                let share = Double(part) / Double(parts)
                picture.line(from: from.towards(to, share), to: otherFrom.towards(otherTo, share), style)
            }
        }
    }

    /// Numbers with the SKU where there is room for both, else the numbers alone.
    private func draw(labelsOf blocks: [PieceBlock], in view: IsometricView, _ picture: inout Picture) {
        var spots = LabelSpots()
        let outlines = blocks.map { Self.outline(of: view.faces(of: $0)) }
        let frames = outlines.map { LabelSpots.Frame(around: $0) }
        for (index, block) in blocks.enumerated() {
            let covers = blocks.indices.dropFirst(index + 1).filter { frames[$0].meets(frames[index]) }.map {
                outlines[$0]
            }
            let faces = view.faces(of: block)
            if !spots.write([block.label, block.first.sku], in: faces, under: covers, &picture) {
                _ = spots.write([block.label], in: faces, under: covers, &picture)
            }
        }
    }

    /// The outline of a block from the outer corners of its three faces.
    private static func outline(of faces: [[Position]]) -> [Position] {
        [faces[0][0], faces[0][1], faces[1][3], faces[1][2], faces[2][3], faces[0][3]]
    }

    private func draw(measuresIn view: IsometricView, _ picture: inout Picture) {
        let (l, w, h) = (box.inner.lengthMM, box.inner.widthMM, box.inner.heightMM)
        let front = view.point(l / 2, w, 0)
        let right = view.point(l, w / 2, 0)
        let left = view.point(0, w, h / 2)
        let font = { (turn: Double) in Font(size: 13, anchor: .middle, turn: turn) }
        picture.text("front, \(l) mm", at: Position(front.x - 9, front.y + 16), font(IsometricView.turn))
        picture.text("right, \(w) mm", at: Position(right.x + 9, right.y + 16), font(-IsometricView.turn))
        picture.text("\(h) mm high", at: Position(left.x - 7, left.y), font(-90))
    }
}

extension Position {
    func towards(_ other: Position, _ share: Double) -> Position {
        Position(x + (other.x - x) * share, y + (other.y - y) * share)
    }

    func distance(to other: Position) -> Double {
        ((other.x - x) * (other.x - x) + (other.y - y) * (other.y - y)).squareRoot()
    }
}
