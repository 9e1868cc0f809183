public import Drawing

extension ParcelDrawing {
    /// The box from above, a picture for each layer, from the floor up; what is already there is pale.
    ///
    /// A layer has the pieces that follow one another until one stands above another of them.
    ///
    /// - Complexity: quadratic in the number of outlines.
    public func layers() -> [Picture] {
        var layers: [[PieceBlock]] = []
        for part in blocks.flatMap(\.layers) {
            if let last = layers.last, !last.contains(where: part.meetsFromAbove) {
                layers[layers.count - 1].append(part)
            } else {
                layers.append([part])
            }
        }
        return layers.enumerated().map { index, layer in
            let first = layer[0].number
            let last = layer[layer.count - 1].number + layer[layer.count - 1].pieces - 1
            let numbers = first == last ? "\(first)" : "\(first)–\(last)"
            return self.layer(
                title: "\(boxTitle): layer \(index + 1) of \(layers.count), no. \(numbers)",
                new: layer, old: Array(layers[..<index].joined()))
        }
    }

    private func layer(title: String, new: [PieceBlock], old: [PieceBlock]) -> Picture {
        let scale = Self.side / Double(max(box.inner.lengthMM, box.inner.widthMM))
        let (width, height) = (Double(box.inner.lengthMM) * scale, Double(box.inner.widthMM) * scale)
        var (picture, top) = page(
            width: width + 2 * Self.margin, height: height + 2 * Self.margin, title: title, legend: new)
        let plan = Plan(corner: Position((picture.width - width) / 2, top + Self.margin / 2), scale: scale)
        picture.rect(
            x: plan.corner.x, y: plan.corner.y, width: width, height: height, Style(stroke: .black, width: 2))
        for block in old.sorted(by: { $0.end.zMM < $1.end.zMM }) {
            draw(block, on: plan, paleness: 0.85, &picture)
        }
        for block in new { draw(block, on: plan, paleness: 0.2, &picture) }
        var spots = LabelSpots()
        for block in new {
            let face = plan.face(of: block)
            if !spots.write([block.label, block.first.sku], in: [face], under: [], &picture) {
                _ = spots.write([block.label], in: [face], under: [], &picture)
            }
        }
        let (font, below) = (Font(size: 13, anchor: .middle), plan.corner.y + height + 18)
        picture.text("front, \(box.inner.lengthMM) mm", at: Position(plan.corner.x + width / 2, below), font)
        picture.text(
            "left, \(box.inner.widthMM) mm", at: Position(plan.corner.x - 8, plan.corner.y + height / 2),
            Font(size: 13, anchor: .middle, turn: -90))
        return picture
    }

    private func draw(_ block: PieceBlock, on plan: Plan, paleness: Double, _ picture: inout Picture) {
        let isOld = paleness > 0.5
        let fill = Self.color(of: block.first).mixed(with: .white, share: paleness)
        let line = isOld ? Color(0xAAAAAA) : .black
        let face = plan.face(of: block)
        picture.polygon(face, Style(fill: fill, stroke: line), note: "\(block.label): \(block.first.sku)")
        let seams = Style(stroke: line, width: 0.4)
        for part in 1..<max(1, block.counts[0]) {
            let share = Double(part) / Double(block.counts[0])
            picture.line(from: face[0].towards(face[1], share), to: face[3].towards(face[2], share), seams)
        }
        for part in 1..<max(1, block.counts[1]) {
            let share = Double(part) / Double(block.counts[1])
            picture.line(from: face[0].towards(face[3], share), to: face[1].towards(face[2], share), seams)
        }
    }
}

extension PieceBlock {
    /// Whether one of the two hides a part of the other from above.
    fileprivate func meetsFromAbove(_ other: PieceBlock) -> Bool {
        (0..<2).allSatisfy {
            start.along($0) < other.end.along($0) && other.start.along($0) < end.along($0)
        }
    }
}

/// The box seen from straight above, the back above, the front below.
private struct Plan {
    let corner: Position
    let scale: Double

    func face(of block: PieceBlock) -> [Position] {
        let (x0, y0) = (
            corner.x + Double(block.start.xMM) * scale, corner.y + Double(block.start.yMM) * scale
        )
        let (x1, y1) = (corner.x + Double(block.end.xMM) * scale, corner.y + Double(block.end.yMM) * scale)
        return [Position(x0, y0), Position(x1, y0), Position(x1, y1), Position(x0, y1)]
    }
}
