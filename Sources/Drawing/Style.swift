/// How a shape is painted: its inside, then its edge.
public struct Style: Hashable, Sendable {
    /// The colour of the inside; nil leaves it open.
    public var fill: Color?
    /// The colour of the edge or line; nil draws none.
    public var stroke: Color?
    /// The width of the edge or line, in the picture's units.
    public var width: Double
    /// From 0, not to be seen, to 1.
    public var opacity: Double
    /// Lengths of dashes and gaps in turn; empty for an unbroken line.
    public var dashes: [Double]

    public init(
        fill: Color? = nil, stroke: Color? = nil, width: Double = 1, opacity: Double = 1,
        dashes: [Double] = []
    ) {
        self.fill = fill
        self.stroke = stroke
        self.width = width
        self.opacity = opacity
        self.dashes = dashes
    }
}
