/// One shape of a picture, in the picture's units, y growing downwards.
enum Shape: Sendable {
    case polyline([Position], isClosed: Bool)
    case rect(x: Double, y: Double, width: Double, height: Double, radius: Double)
    case circle(center: Position, radius: Double)
    case text(String, at: Position, font: Font)
}

/// A place in a picture.
public struct Position: Hashable, Sendable {
    public var x: Double
    public var y: Double

    public init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}

/// How a text stands.
public struct Font: Hashable, Sendable {
    /// The side of the text that its position names.
    public enum Anchor: String, Sendable { case start, middle, end }

    /// The height of the letters' em, in the picture's units.
    public var size: Double
    public var isBold: Bool
    public var anchor: Anchor
    /// Degrees clockwise around the text's position.
    public var turn: Double

    public init(size: Double, isBold: Bool = false, anchor: Anchor = .start, turn: Double = 0) {
        self.size = size
        self.isBold = isBold
        self.anchor = anchor
        self.turn = turn
    }

    /// The families wanted; the first one that is installed is used.
    static let families = "DejaVu Sans, Verdana, Arial, sans-serif"
}
