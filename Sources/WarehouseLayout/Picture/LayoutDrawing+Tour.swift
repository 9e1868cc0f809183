internal import Drawing

extension LayoutDrawing {
    /// Lays the walk of a tour over a storey, as a line with arrows.
    func drawWalk(_ tour: DrawnTour, on panel: Panel, _ picture: inout Picture) {
        let offset = min(6, max(2, panel.pixels(240)))
        let width = min(4, max(2.2, panel.pixels(130)))
        for walk in walks(tour, on: panel) {
            let line = shiftedRight(walk, by: offset)
            picture.polyline(line, Style(stroke: .white, width: width + 2, opacity: 0.8))
            picture.polyline(line, Style(stroke: Palette.tour, width: width))
            drawArrows(line, width, &picture)
        }
    }

    /// The pieces of the walk that lie on a storey.
    private func walks(_ tour: DrawnTour, on panel: Panel) -> [[Position]] {
        var pieces: [[Position]] = [[]]
        let spots = tour.bins.filter { $0.aisle == nil }.map {
            (layout.point(of: $0.place), stopCentre(before: $0, panel))
        }
        let ends = Dictionary(spots, uniquingKeysWith: { first, _ in first })
        for (from, to) in zip(tour.places, tour.places.dropFirst()) {
            for point in layout.path(from: from, to: to) {
                guard point.floor == panel.floor else {
                    if pieces.last?.isEmpty == false { pieces.append([]) }
                    continue
                }
                let at = ends[point] ?? panel.at(point)
                if pieces[pieces.count - 1].last != at { pieces[pieces.count - 1].append(at) }
            }
        }
        return pieces.filter { $0.count > 1 }
    }

    /// The same walk a little to the right of itself, so that there and back can be distinguished.
    private func shiftedRight(_ walk: [Position], by offset: Double) -> [Position] {
        var line: [Position] = []
        var previous: (x: Double, y: Double)?
        for (from, to) in zip(walk, walk.dropFirst()) {
            let length = from.distance(to: to)
            let right = (x: -(to.y - from.y) / length * offset, y: (to.x - from.x) / length * offset)
            if let previous, abs(previous.x * right.x + previous.y * right.y) < 0.01 * offset * offset {
                line.removeLast()
                line.append(Position(from.x + previous.x + right.x, from.y + previous.y + right.y))
            } else {
                line.append(Position(from.x + right.x, from.y + right.y))
            }
            line.append(Position(to.x + right.x, to.y + right.y))
            previous = right
        }
        return line
    }

    private func drawArrows(_ line: [Position], _ width: Double, _ picture: inout Picture) {
        let size = width * 3.2
        for (from, to) in zip(line, line.dropFirst()) {
            let length = from.distance(to: to)
            guard length > size * 3 else { continue }
            let count = max(1, Int(length / 140))
            for step in 0..<count {
                let along = length * (Double(step) + 0.5) / Double(count) + size / 2
                let tip = from.moved(towards: to, by: along)
                picture.arrow(at: tip, from: from, to: to, size: size, Style(fill: Palette.tour))
            }
        }
    }
}
