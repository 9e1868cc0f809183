/// A text set in type: its glyphs and where each stands in the text's upright area.
struct SetText {
    struct Glyph {
        let stamp: GlyphStamp
        /// The pen position.
        let x: Int
        /// The baseline.
        let y: Int
    }

    var glyphs: [Glyph] = []

    /// What a setting depends on.
    struct Key: Hashable {
        let text: String
        let style: TextStyle
        let width: Int
        let height: Int
        let dpi: HeadDPI
    }
}

extension Bitmap {
    /// Prints a set text whose area lies in `frame`.
    mutating func print(_ text: SetText, area: DotRect, isWhite: Bool, in frame: DotFrame) {
        let origin = frame.origin
        for glyph in text.glyphs {
            let pen = frame.rotation.turned(
                DotRect(x: area.x + glyph.x, y: area.y + glyph.y, width: 0, height: 0))
            stamp(
                glyph.stamp.turned(frame.rotation), x: origin.x + pen.x, y: origin.y + pen.y,
                isWhite: isWhite)
        }
    }
}
