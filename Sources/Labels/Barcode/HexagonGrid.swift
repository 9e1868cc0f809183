/// A MaxiCode in libzint's own units, in which two neighbouring hexagons stand 2 apart.
struct HexagonGrid: Equatable, Sendable {
    struct Point: Equatable, Sendable {
        let x: Double
        let y: Double
    }

    /// A ring of the finder in the middle.
    struct Ring: Equatable, Sendable {
        let centre: Point
        /// To the middle of the line.
        let radius: Double
        let thickness: Double
    }

    let width: Double
    let height: Double
    var hexagons: [Point] = []
    var rings: [Ring] = []

    /// ISO/IEC 16023 prints hexagons at this distance; the symbol's size is fixed by it.
    static let pitchMM = 0.88
}

/// A MaxiCode in dots: the same stamp for every hexagon, rings by the dots whose middle they cover.
struct HexagonLayout {
    /// Whole dots from one hexagon to the next in a row.
    private let pitch: Int
    private let left: Int
    private let top: Int
    private let grid: HexagonGrid

    init(_ grid: HexagonGrid, width: Int, height: Int, dpi: HeadDPI) throws(ElementRefusal.Reason) {
        self.grid = grid
        pitch = dpi.dots(HexagonGrid.pitchMM)
        let scale = Double(pitch) / 2
        let across = Int((grid.width * scale).rounded(.up))
        let down = Int((grid.height * scale).rounded(.up))
        let quiet = pitch * Symbology.maxicode.quietZoneX.left
        guard across + 2 * quiet <= width, down + 2 * quiet <= height else {
            throw .symbolTooLarge(
                needMM: "\(trimmed(dpi.mm(across + 2 * quiet))) × \(trimmed(dpi.mm(down + 2 * quiet)))",
                haveMM: "\(trimmed(dpi.mm(width))) × \(trimmed(dpi.mm(height)))", dpi: dpi.rawValue)
        }
        left = (width - across) / 2
        top = (height - down) / 2
    }

    /// The black runs of the symbol in its upright box.
    func blackRuns() -> [DotRect] {
        let stamp = Self.hexagon(pitch: pitch)
        var runs: [DotRect] = []
        for hexagon in grid.hexagons {
            let (x, y) = corner(of: hexagon)
            runs += stamp.map { DotRect(x: x + $0.x, y: y + $0.y, width: $0.width, height: 1) }
        }
        for ring in grid.rings { runs += dots(of: ring) }
        return runs
    }

    private func corner(of hexagon: HexagonGrid.Point) -> (Int, Int) {
        let scale = Double(pitch) / 2
        return (
            left + Int((hexagon.x * scale - scale).rounded(.down)),
            top + Int((hexagon.y * scale - Double(Self.hexagonHeight(pitch)) / 2).rounded())
        )
    }

    private static func hexagonHeight(_ pitch: Int) -> Int {
        Int((Double(pitch - 1) * 2 / 3.0.squareRoot()).rounded())
    }

    /// A hexagon standing on its point; one dot of every pitch stays white between neighbours.
    private static func hexagon(pitch: Int) -> [DotRect] {
        let width = pitch - 1
        let height = hexagonHeight(pitch)
        return (0..<height).map { row in
            let fromMiddle = abs(Double(row) + 0.5 - Double(height) / 2)
            let share = min(1, 2 * (1 - 2 * fromMiddle / Double(height)))
            let inset = Int((Double(width) * (1 - share) / 2).rounded())
            return DotRect(x: inset, y: row, width: max(1, width - 2 * inset), height: 1)
        }
    }

    private func dots(of ring: HexagonGrid.Ring) -> [DotRect] {
        let scale = Double(pitch) / 2
        let outer = (ring.radius + ring.thickness / 2) * scale
        let inner = (ring.radius - ring.thickness / 2) * scale
        let middle = (x: Double(left) + ring.centre.x * scale, y: Double(top) + ring.centre.y * scale)
        var runs: [DotRect] = []
        for y in Int(middle.y - outer)...Int(middle.y + outer) {
            for x in Int(middle.x - outer)...Int(middle.x + outer) {
                let across = Double(x) + 0.5 - middle.x
                let down = Double(y) + 0.5 - middle.y
                let distance = (across * across + down * down).squareRoot()
                if distance <= outer, distance >= inner {
                    runs.append(DotRect(x: x, y: y, width: 1, height: 1))
                }
            }
        }
        return runs
    }
}
