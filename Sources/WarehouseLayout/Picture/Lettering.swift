internal import Drawing

/// What the bins of a shelf have room for, and at which size.
enum Lettering {
    case names(size: Double)
    case numbers(size: Double)
    case nothing

    /// Letters smaller than this cannot be read.
    static let sizeMin = 7.0
    /// A digit's or capital's width in a sans-serif face, as a share of the letter size.
    static let width = 0.66
    static let boldWidth = 0.75

    /// The size at which so many letters fit into a box along its longer side.
    static func size(_ letters: Int, in box: Box) -> Double {
        let (long, short) = (max(box.width, box.height), min(box.width, box.height))
        return min(short * 0.72, long * 0.94 / (width * Double(letters)), 13)
    }

    var isNothing: Bool {
        if case .nothing = self { true } else { false }
    }

    var showsNames: Bool {
        if case .names = self { true } else { false }
    }
}

extension Picture {
    /// Writes a text into the middle of a box along its longer side.
    mutating func write(_ text: String, in box: Box, size: Double, isBold: Bool = false, _ style: Style) {
        let isUpright = box.height > box.width
        let shift = size * 0.36
        let at = Position(box.center.x + (isUpright ? shift : 0), box.center.y + (isUpright ? 0 : shift))
        self.text(
            text, at: at, Font(size: size, isBold: isBold, anchor: .middle, turn: isUpright ? -90 : 0), style)
    }

    mutating func rect(_ box: Box, radius: Double = 0, _ style: Style, note: String? = nil) {
        rect(x: box.x, y: box.y, width: box.width, height: box.height, radius: radius, style, note: note)
    }
}
