internal import CPangoCairo

/// The glyphs drawn so far, each in dots.
///
/// Cairo draws a glyph once; setting it again costs a copy of its dots.
final class GlyphCache {
    private var drawers: [UnsafeMutablePointer<PangoFont>: [UInt32: GlyphStamp]] = [:]
    private var count = 0

    /// Some thousand Chinese characters in two sizes; at 600 dpi a glyph occupies 1 kB.
    private static let countMax = 8_000

    deinit { empty() }

    /// - Returns: nil where cairo cannot draw it.
    func stamp(_ glyph: UInt32, of font: UnsafeMutablePointer<PangoFont>) -> GlyphStamp? {
        if let known = drawers[font]?[glyph] { return known }
        guard let drawn = Self.draw(glyph, of: font) else { return nil }
        if count >= Self.countMax { empty() }
        // Retained, so that no other font can have its address.
        if drawers[font] == nil { g_object_ref(UnsafeMutableRawPointer(font)) }
        drawers[font, default: [:]][glyph] = drawn
        count += 1
        return drawn
    }

    private func empty() {
        for font in drawers.keys { g_object_unref(UnsafeMutableRawPointer(font)) }
        drawers = [:]
        count = 0
    }

    private static func draw(_ number: UInt32, of font: UnsafeMutablePointer<PangoFont>) -> GlyphStamp? {
        guard let cairoFont = pango_cairo_font_get_scaled_font(OpaquePointer(font)) else { return nil }
        var glyph = cairo_glyph_t(index: UInt(number), x: 0, y: 0)
        var extents = cairo_text_extents_t()
        cairo_scaled_font_glyph_extents(cairoFont, &glyph, 1, &extents)
        // A dot to spare on each side, because hinting may move an outline's edge.
        let left = Int(extents.x_bearing.rounded(.down)) - 1
        let top = Int(extents.y_bearing.rounded(.down)) - 1
        let width = Int(extents.width.rounded(.up)) + 3
        let height = Int(extents.height.rounded(.up)) + 3
        guard let surface = cairo_image_surface_create(CAIRO_FORMAT_A1, Int32(width), Int32(height)),
            let context = cairo_create(surface)
        else { return nil }
        defer {
            cairo_destroy(context)
            cairo_surface_destroy(surface)
        }
        glyph.x = Double(-left)
        glyph.y = Double(-top)
        cairo_set_scaled_font(context, cairoFont)
        cairo_show_glyphs(context, &glyph, 1)
        cairo_surface_flush(surface)
        guard cairo_status(context) == CAIRO_STATUS_SUCCESS, let data = cairo_image_surface_get_data(surface)
        else { return nil }
        let stride = Int(cairo_image_surface_get_stride(surface))
        let rowBytes = (width + 7) / 8
        // Cairo's leftmost dot is a byte's lowest bit on little-endian machines, the printer's its highest.
        let bytes = (0..<rowBytes * height).map { data[$0 / rowBytes * stride + $0 % rowBytes].bitsReversed }
        return GlyphStamp(left: left, top: top, width: width, height: height, bytes: bytes)
    }
}

extension UInt8 {
    fileprivate var bitsReversed: UInt8 {
        var byte = self
        byte = byte >> 4 | byte << 4
        byte = (byte & 0xCC) >> 2 | (byte & 0x33) << 2
        return (byte & 0xAA) >> 1 | (byte & 0x55) << 1
    }
}
