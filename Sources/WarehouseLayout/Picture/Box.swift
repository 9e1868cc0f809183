internal import Drawing

/// An upright rectangle of a picture.
struct Box {
    let x, y, width, height: Double

    init(x: Double, y: Double, width: Double, height: Double) {
        (self.x, self.y, self.width, self.height) = (x, y, width, height)
    }

    init(around center: Position, width: Double, height: Double) {
        self.init(x: center.x - width / 2, y: center.y - height / 2, width: width, height: height)
    }

    var center: Position { Position(x + width / 2, y + height / 2) }

    func grown(by edge: Double) -> Box {
        Box(x: x - edge, y: y - edge, width: width + 2 * edge, height: height + 2 * edge)
    }

    func overlaps(_ other: Box) -> Bool {
        x < other.x + other.width && other.x < x + width && y < other.y + other.height
            && other.y < y + height
    }

    func contains(_ other: Box) -> Bool {
        x <= other.x && other.x + other.width <= x + width && y <= other.y
            && other.y + other.height <= y + height
    }
}

/// A way on the picture, of length 1 or none.
struct Heading {
    let x, y: Double

    static let down = Heading(x: 0, y: 1)

    init(x: Double, y: Double) { (self.x, self.y) = (x, y) }

    /// The axis nearest to the way from one position to another; nil where they are one.
    init?(from start: Position, to end: Position) {
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        guard abs(dx) + abs(dy) > 0.5 else { return nil }
        self = abs(dx) > abs(dy) ? Heading(x: dx < 0 ? -1 : 1, y: 0) : Heading(x: 0, y: dy < 0 ? -1 : 1)
    }

    /// This way, to its right, to its left and back.
    var allRound: [Heading] {
        [self, Heading(x: -y, y: x), Heading(x: y, y: -x), Heading(x: -x, y: -y)]
    }
}

extension Position {
    func moved(_ heading: Heading, by distance: Double) -> Position {
        Position(x + heading.x * distance, y + heading.y * distance)
    }
}
