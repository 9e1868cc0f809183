internal import CPangoCairo

/// Sets text with Pango: every script shaped, wrapped and shrunk to its place.
final class TextSetter {
    private let context: OpaquePointer
    private let layout: OpaquePointer
    private var fonts: [FontKey: OpaquePointer] = [:]

    private struct FontKey: Hashable {
        let family: String
        let isBold: Bool
    }

    init() {
        context = pango_font_map_create_context(pango_cairo_font_map_get_default())
        let options = cairo_font_options_create()
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_NONE)
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_FULL)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_ON)
        pango_cairo_context_set_font_options(context, options)
        cairo_font_options_destroy(options)
        layout = pango_layout_new(context)
    }

    deinit {
        g_object_unref(UnsafeMutableRawPointer(layout))
        g_object_unref(UnsafeMutableRawPointer(context))
        for font in fonts.values { pango_font_description_free(font) }
    }

    /// Draws `text` into an upright area of `frame`, as large as it fits between its two sizes.
    func draw(_ text: String, _ style: TextStyle, in area: DotRect, of frame: DotFrame, dpi: HeadDPI, on canvas: Canvas)
        throws(ElementRefusal.Reason)
    {
        pango_layout_set_text(layout, text, Int32(text.utf8.count))
        pango_layout_set_alignment(layout, style.align.pango)
        pango_layout_set_wrap(layout, style.wrap == .character ? PANGO_WRAP_WORD_CHAR : PANGO_WRAP_WORD)
        let size = try fit(style, into: area, dpi: dpi)
        if pango_layout_get_unknown_glyphs_count(layout) > 0 { throw .noGlyph(characters: unknownCharacters(of: text)) }
        paint(size, style, area, frame, canvas)
    }

    /// Finds the largest type between least and wished for that fits, by halving; leaves the layout set in it.
    private func fit(_ style: TextStyle, into area: DotRect, dpi: HeadDPI) throws(ElementRefusal.Reason) -> (width: Int, height: Int) {
        let wished = max(1, dpi.dots(style.fontMM))
        let least = max(1, min(wished, dpi.dots(style.leastFontMM)))
        if let size = set(style, emDots: wished, area) { return size }
        var fits = least
        var tooLarge = wished
        guard wished > least, set(style, emDots: least, area) != nil else {
            throw .textTooLarge(
                leastFontMM: trimmed(style.leastFontMM),
                haveMM: "\(trimmed(dpi.mm(area.width))) × \(trimmed(dpi.mm(area.height)))")
        }
        while tooLarge - fits > 1 {
            let middle = (fits + tooLarge) / 2
            if set(style, emDots: middle, area) != nil { fits = middle } else { tooLarge = middle }
        }
        return set(style, emDots: fits, area) ?? (area.width, area.height)
    }

    /// Sets the layout in a size; returns its extent in dots, nil where it is larger than the area.
    private func set(_ style: TextStyle, emDots: Int, _ area: DotRect) -> (width: Int, height: Int)? {
        let font = font(style)
        pango_font_description_set_absolute_size(font, Double(emDots) * Double(PANGO_SCALE))
        pango_layout_set_font_description(layout, font)
        pango_layout_set_width(layout, style.wrap == .none ? -1 : Int32(area.width) * PANGO_SCALE)
        var width: Int32 = 0
        var height: Int32 = 0
        pango_layout_get_pixel_size(layout, &width, &height)
        guard width <= Int32(area.width), height <= Int32(area.height) else { return nil }
        // Alignment needs a width; a text that fits it does not wrap.
        if style.wrap == .none { pango_layout_set_width(layout, Int32(area.width) * PANGO_SCALE) }
        return (Int(width), Int(height))
    }

    private func font(_ style: TextStyle) -> OpaquePointer {
        let key = FontKey(family: style.family, isBold: style.isBold)
        if let font = fonts[key] { return font }
        let font: OpaquePointer = pango_font_description_new()
        pango_font_description_set_family(font, style.family)
        pango_font_description_set_weight(font, style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        fonts[key] = font
        return font
    }

    private func paint(_ size: (width: Int, height: Int), _ style: TextStyle, _ area: DotRect, _ frame: DotFrame, _ canvas: Canvas) {
        let down = switch style.verticalAlign {
        case .top: 0
        case .middle: (area.height - size.height) / 2
        case .bottom: area.height - size.height
        }
        let cairo = canvas.context
        cairo_save(cairo)
        cairo_translate(cairo, Double(frame.origin.x), Double(frame.origin.y))
        if frame.rotation != .none {
            cairo_rotate(cairo, Double(frame.rotation.rawValue) * .pi / 180)
        }
        if style.isReversed {
            cairo_rectangle(cairo, Double(area.x), Double(area.y), Double(area.width), Double(area.height))
            cairo_fill(cairo)
            cairo_set_operator(cairo, CAIRO_OPERATOR_DEST_OUT)
        }
        cairo_move_to(cairo, Double(area.x), Double(area.y + down))
        if frame.rotation != .none { pango_cairo_update_layout(cairo, layout) }
        pango_cairo_show_layout(cairo, layout)
        cairo_restore(cairo)
        if frame.rotation != .none { pango_cairo_update_layout(cairo, layout) }
    }

    private func unknownCharacters(of text: String) -> String {
        var unknown: [Character] = []
        for character in text where !unknown.contains(character) {
            let single = String(character)
            pango_layout_set_text(layout, single, Int32(single.utf8.count))
            if pango_layout_get_unknown_glyphs_count(layout) > 0 { unknown.append(character) }
        }
        return unknown.map { character in
            let codes = character.unicodeScalars.map { "U+" + String($0.value, radix: 16, uppercase: true) }
            return "\(character) (\(codes.joined(separator: " ")))"
        }.joined(separator: ", ")
    }
}

extension TextStyle.Align {
    fileprivate var pango: PangoAlignment {
        switch self {
        case .left: PANGO_ALIGN_LEFT
        case .center: PANGO_ALIGN_CENTER
        case .right: PANGO_ALIGN_RIGHT
        }
    }
}
