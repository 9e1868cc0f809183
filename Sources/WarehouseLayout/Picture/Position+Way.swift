internal import Drawing

extension Position {
    func distance(to other: Position) -> Double {
        ((other.x - x) * (other.x - x) + (other.y - y) * (other.y - y)).squareRoot()
    }

    /// The position `distance` away in the direction of `other`.
    func moved(towards other: Position, by distance: Double) -> Position {
        let whole = self.distance(to: other)
        guard whole > 0 else { return self }
        return Position(x + (other.x - x) * distance / whole, y + (other.y - y) * distance / whole)
    }
}

extension Picture {
    /// A filled arrowhead whose tip lies at `tip`, pointing from `from` to `to`.
    mutating func arrow(at tip: Position, from: Position, to: Position, size: Double, _ style: Style) {
        let length = from.distance(to: to)
        guard length > 0 else { return }
        let (dx, dy) = ((to.x - from.x) / length * size, (to.y - from.y) / length * size)
        polygon(
            [
                tip, Position(tip.x - dx - dy * 0.5, tip.y - dy + dx * 0.5),
                Position(tip.x - dx * 0.7, tip.y - dy * 0.7),
                Position(tip.x - dx + dy * 0.5, tip.y - dy - dx * 0.5),
            ], style)
    }
}
