internal import Common
internal import Drawing

/// Finds room for texts in a picture: within a face, not on what hides it, not on another text.
struct LabelSpots {
    private var occupied: [Frame] = []

    /// A rectangle of the picture.
    struct Frame {
        let x: Double
        let y: Double
        let width: Double
        let height: Double

        func meets(_ other: Frame) -> Bool {
            x < other.x + other.width && other.x < x + width && y < other.y + other.height
                && other.y < y + height
        }

        /// Points that lie close enough that nothing visible passes between them.
        var points: [Position] {
            [0, 0.25, 0.5, 0.75, 1].flatMap { across in
                [0, 0.5, 1].map { down in Position(x + across * width, y + down * height) }
            }
        }

        init(x: Double, y: Double, width: Double, height: Double) {
            (self.x, self.y, self.width, self.height) = (x, y, width, height)
        }

        init(around points: [Position]) {
            let (xs, ys) = (points.map(\.x), points.map(\.y))
            let (left, top) = (xs.min() ?? 0, ys.min() ?? 0)
            self.init(x: left, y: top, width: (xs.max() ?? 0) - left, height: (ys.max() ?? 0) - top)
        }
    }

    /// Sizes that a text is tried in, the largest first; smaller ones cannot be read on paper.
    private static let sizes: [Double] = [16, 13, 11, 9]
    /// Where on a face its text is tried, from the middle outwards.
    private static let shares: [(Double, Double)] = {
        let steps = [0.5, 0.35, 0.65, 0.2, 0.8]
        return steps.flatMap { u in steps.map { (u, $0) } }.sorted {
            abs($0.0 - 0.5) + abs($0.1 - 0.5) < abs($1.0 - 0.5) + abs($1.1 - 0.5)
        }
    }()

    /// Writes `lines` into the first face that has room for them.
    ///
    /// - Parameters:
    ///   - faces: convex quadrilaterals, corners in turn.
    ///   - covers: convex outlines of what is painted over the faces.
    /// - Returns: whether there was room.
    mutating func write(
        _ lines: [String], in faces: [[Position]], under covers: [[Position]], _ picture: inout Picture
    )
        -> Bool
    {
        for size in Self.sizes {
            for face in faces {
                let room = Frame(around: face)
                for (u, v) in Self.shares {
                    let middle = Self.point(of: face, u, v)
                    let frame = Self.frame(of: lines, size: size, around: middle)
                    if frame.width > room.width || frame.height > room.height { break }
                    guard isFree(frame, in: face, under: covers) else { continue }
                    occupied.append(frame)
                    write(lines, size: size, in: frame, &picture)
                    return true
                }
            }
        }
        return false
    }

    private func write(_ lines: [String], size: Double, in frame: Frame, _ picture: inout Picture) {
        for (index, line) in lines.enumerated() {
            let baseline = frame.y + (Double(index) + 0.85) * size * Self.leading
            let position = Position(frame.x + frame.width / 2, baseline)
            let font = Font(size: size, isBold: index == 0, anchor: .middle)
            picture.text(line, at: position, font, Self.halo)
            picture.text(line, at: position, font)
        }
    }

    /// Keeps lines away that run below a text.
    private static let halo = Style(fill: .white, stroke: .white, width: 2, opacity: 0.7)
    private static let leading = 1.15

    private static func frame(of lines: [String], size: Double, around middle: Position) -> Frame {
        let width = lines.map { Self.width(of: $0, size: size) }.max() ?? 0
        let height = Double(lines.count) * size * leading
        return Frame(x: middle.x - width / 2, y: middle.y - height / 2, width: width, height: height)
    }

    /// How wide a text will be: a little more than letters need on average.
    static func width(of text: String, size: Double) -> Double { Double(text.columns) * size * 0.62 }

    private func isFree(_ frame: Frame, in face: [Position], under covers: [[Position]]) -> Bool {
        let points = frame.points
        return points.allSatisfy { Self.holds(face, $0) } && !occupied.contains { $0.meets(frame) }
            && !covers.contains { cover in points.contains { Self.holds(cover, $0) } }
    }

    private static func point(of face: [Position], _ u: Double, _ v: Double) -> Position {
        Position(
            face[0].x + (face[1].x - face[0].x) * u + (face[3].x - face[0].x) * v,
            face[0].y + (face[1].y - face[0].y) * u + (face[3].y - face[0].y) * v)
    }

    /// Whether a convex outline holds a point: it lies on the same side of all edges.
    private static func holds(_ outline: [Position], _ point: Position) -> Bool {
        var sides = (left: false, right: false)
        for (index, corner) in outline.enumerated() {
            let next = outline[(index + 1) % outline.count]
            let turn = (next.x - corner.x) * (point.y - corner.y) - (next.y - corner.y) * (point.x - corner.x)
            if turn > 0 { sides.left = true }
            if turn < 0 { sides.right = true }
        }
        return !(sides.left && sides.right)
    }
}
