internal import CPangoCairo
internal import Synchronization

/// Sets text with Pango: every script shaped, wrapped and shrunk to its place.
///
/// Texts that come again, such as the sender's address, are set once.
final class TextSetter {
    private let context: OpaquePointer
    private let layout: OpaquePointer
    private let glyphs = GlyphCache()
    private var fonts: [FontKey: OpaquePointer] = [:]
    private var known: [SetText.Key: SetText] = [:]

    /// Threads that set their first texts at the same time break lines in different places with Pango 1.50, each
    /// with fonts of its own; so each waits for the other.
    private static let turn = Mutex(())

    /// The texts of some dozen labels; beyond them all are set anew.
    private static let knownMax = 500

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
        // A hyphen at the end of a line would be read as part of a number.
        let attributes = pango_attr_list_new()
        pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(0))
        pango_layout_set_attributes(layout, attributes)
        pango_attr_list_unref(attributes)
    }

    deinit {
        g_object_unref(UnsafeMutableRawPointer(layout))
        g_object_unref(UnsafeMutableRawPointer(context))
        for font in fonts.values { pango_font_description_free(font) }
    }

    /// Sets `text` for an area of `width` × `height` dots, as large as it fits between its two sizes.
    ///
    /// - Complexity: linear in the text for each size tried, and about three are where it has to shrink.
    func set(_ text: String, _ style: TextStyle, width: Int, height: Int, dpi: HeadDPI) throws(ElementRefusal
        .Reason) -> SetText
    {
        let key = SetText.Key(text: text, style: style, width: width, height: height, dpi: dpi)
        if let known = known[key] { return known }
        let set = try Self.turn.withLock { _ throws(ElementRefusal.Reason) in
            begin(key)
            return try fit(key)
        }
        if known.count >= Self.knownMax { known = [:] }
        known[key] = set
        return set
    }

    private func begin(_ key: SetText.Key) {
        let style = key.style
        pango_layout_set_text(layout, key.text, Int32(key.text.utf8.count))
        pango_layout_set_alignment(layout, style.align.pango)
        pango_layout_set_wrap(layout, style.wrap == .character ? PANGO_WRAP_WORD_CHAR : PANGO_WRAP_WORD)
        pango_layout_set_width(layout, style.wraps ? Int32(key.width) * PANGO_SCALE : -1)
    }

    /// Finds the largest type that fits: first the size wished for, then what its extent foretells, then by halving.
    private func fit(_ key: SetText.Key) throws(ElementRefusal.Reason) -> SetText {
        let wished = max(1, key.dpi.dots(key.style.fontMM))
        let least = max(1, min(wished, key.dpi.dots(key.style.leastFontMM)))
        let extent = extent(key.style, emDots: wished)
        if pango_layout_get_unknown_glyphs_count(layout) > 0 {
            throw .noGlyph(characters: unknownCharacters(of: key.text))
        }
        if extent.width <= key.width, extent.height <= key.height { return try placed(extent, key) }
        var tooLarge = wished
        var fits = least - 1
        var best: SetText?
        var next = max(
            least,
            min(
                wished * key.width / max(1, extent.width), wished * key.height / max(1, extent.height),
                wished - 1))
        while tooLarge - fits > 1 {
            let extent = self.extent(key.style, emDots: next)
            if extent.width <= key.width, extent.height <= key.height {
                // A forecast is most often right, so the next size up is all that has to be ruled out.
                let isFirst = best == nil
                fits = next
                best = try placed(extent, key)
                next = isFirst ? fits + 1 : (fits + tooLarge) / 2
            } else {
                tooLarge = next
                next = (fits + tooLarge) / 2
            }
        }
        if let best { return best }
        throw .textTooLarge(
            leastFontMM: trimmed(key.style.leastFontMM),
            haveMM: "\(trimmed(key.dpi.mm(key.width))) × \(trimmed(key.dpi.mm(key.height)))")
    }

    /// The room that a layout needs, and where that begins in it: the ink of tight text begins below its line's top.
    private struct Extent {
        var left = 0
        var top = 0
        let width: Int
        let height: Int
    }

    /// Sets the layout in a size.
    ///
    /// - Returns: its extent in dots.
    private func extent(_ style: TextStyle, emDots: Int) -> Extent {
        let font = font(style)
        pango_font_description_set_absolute_size(font, Double(emDots) * Double(PANGO_SCALE))
        pango_layout_set_font_description(layout, font)
        var ink = PangoRectangle()
        var line = PangoRectangle()
        pango_layout_get_pixel_extents(layout, &ink, &line)
        guard style.isTight else { return Extent(width: Int(line.width), height: Int(line.height)) }
        return Extent(left: Int(ink.x), top: Int(ink.y), width: Int(ink.width), height: Int(ink.height))
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

    /// The glyphs of the layout as it is set now, aligned in their area.
    private func placed(_ extent: Extent, _ key: SetText.Key) throws(ElementRefusal.Reason) -> SetText {
        let down =
            switch key.style.verticalAlign {
            case .top: 0
            case .middle: (key.height - extent.height) / 2
            case .bottom: key.height - extent.height
            }
        let across = key.style.wraps ? 0 : offsetAcross(extent.width, key)
        guard
            let set = SetText(
                layout, glyphs: glyphs, across: across - extent.left, down: down - extent.top)
        else {
            throw .noGlyph(characters: key.text)
        }
        return set
    }

    /// A text that does not wrap is set without a width, so its place in the area is found here. As in wrapped
    /// text, left and right change places for a text that runs from the right.
    private func offsetAcross(_ width: Int, _ key: SetText.Key) -> Int {
        let runsFromRight = pango_layout_get_direction(layout, 0) == PANGO_DIRECTION_RTL
        return (runsFromRight ? key.style.align.mirrored : key.style.align).offset(of: width, in: key.width)
    }

    private func unknownCharacters(of text: String) -> String {
        var unknown: [Character] = []
        for character in text where !unknown.contains(character) {
            let single = String(character)
            pango_layout_set_text(layout, single, Int32(single.utf8.count))
            if pango_layout_get_unknown_glyphs_count(layout) > 0 { unknown.append(character) }
        }
        return unknown.map { character in
            let codes = character.unicodeScalars.map(PrintableText.code)
            return "\(character) (\(codes.joined(separator: " ")))"
        }.joined(separator: ", ")
    }
}

extension TextStyle {
    /// Whether lines are broken at the place's width; the ink of tight text is measured on whole lines.
    fileprivate var wraps: Bool { wrap != .none && !isTight }
}

extension TextStyle.Align {
    fileprivate var pango: PangoAlignment {
        switch self {
        case .left: PANGO_ALIGN_LEFT
        case .center: PANGO_ALIGN_CENTER
        case .right: PANGO_ALIGN_RIGHT
        }
    }

    fileprivate var mirrored: Self {
        switch self {
        case .left: .right
        case .center: .center
        case .right: .left
        }
    }
}
