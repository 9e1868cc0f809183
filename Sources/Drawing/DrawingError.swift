/// Why a picture could not be painted.
public enum DrawingError: Error, Equatable, Sendable {
    /// The pixels would be more than ``Picture/pixelsMax`` or more than ``Picture/sideMax`` along a side.
    case tooLarge(widthPixels: Double, heightPixels: Double)
    /// cairo refused, with its own words.
    case cairo(String)
}

extension DrawingError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooLarge(let width, let height):
            "the picture would be \(width.rounded()) by \(height.rounded()) pixels: choose a scale at which each "
                + "side has 1 to \(Picture.sideMax) and all have no more than \(Picture.pixelsMax), or write SVG"
        case .cairo(let message): "cairo could not paint the picture: \(message)"
        }
    }
}
