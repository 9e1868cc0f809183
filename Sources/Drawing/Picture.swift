/// A drawing of plain shapes that is written as SVG text or as PNG pixels.
///
/// Shapes are painted in the order in which they were added. Units are free: one unit is one pixel of a
/// PNG at scale 1 and one CSS pixel of an SVG.
///
///     var picture = Picture(width: 100, height: 40)
///     picture.rect(x: 0, y: 0, width: 100, height: 40, Style(fill: .white))
///     picture.text("B-3-12", at: Position(50, 25), Font(size: 12, anchor: .middle))
///     print(picture.svg())
public struct Picture: Sendable {
    /// The picture's extent, in its own units.
    public let width: Double
    public let height: Double
    /// What the picture shows, for a browser's tab and for those who cannot see it.
    public var title: String?
    private(set) var elements: [Element] = []

    /// One shape, how it is painted and what a browser shows of it when the pointer rests on it.
    struct Element: Sendable {
        let shape: Shape
        let style: Style
        let note: String?
    }

    public init(width: Double, height: Double, title: String? = nil) {
        self.width = width
        self.height = height
        self.title = title
    }

    public mutating func line(from start: Position, to end: Position, _ style: Style) {
        add(.polyline([start, end], isClosed: false), style)
    }

    /// An open line through `points`; its corners and ends are round.
    public mutating func polyline(_ points: [Position], _ style: Style) {
        if points.count > 1 { add(.polyline(points, isClosed: false), style) }
    }

    public mutating func polygon(_ points: [Position], _ style: Style, note: String? = nil) {
        if points.count > 2 { add(.polyline(points, isClosed: true), style, note) }
    }

    /// A rectangle from its upper left corner.
    public mutating func rect(
        x: Double, y: Double, width: Double, height: Double, radius: Double = 0, _ style: Style,
        note: String? = nil
    ) {
        add(.rect(x: x, y: y, width: width, height: height, radius: radius), style, note)
    }

    public mutating func circle(at center: Position, radius: Double, _ style: Style, note: String? = nil) {
        add(.circle(center: center, radius: radius), style, note)
    }

    /// A line of text whose baseline runs through `position`.
    public mutating func text(
        _ text: String, at position: Position, _ font: Font, _ style: Style = Style(fill: .black)
    ) {
        if !text.isEmpty { add(.text(text, at: position, font: font), style) }
    }

    private mutating func add(_ shape: Shape, _ style: Style, _ note: String? = nil) {
        elements.append(Element(shape: shape, style: style, note: note))
    }
}
