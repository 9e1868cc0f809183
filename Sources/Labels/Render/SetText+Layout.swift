internal import CPangoCairo

extension SetText {
    /// Reads the glyphs out of a layout, moved by `across` and `down` dots.
    ///
    /// - Returns: nil where cairo cannot draw one of them.
    /// - Complexity: linear in the glyphs.
    init?(_ layout: OpaquePointer, glyphs: GlyphCache, across: Int, down: Int) {
        let iterator = pango_layout_get_iter(layout)
        defer { pango_layout_iter_free(iterator) }
        repeat {
            // The end of a line has no run.
            guard let run = pango_layout_iter_get_run_readonly(iterator)?.pointee else { continue }
            var place = PangoRectangle()
            pango_layout_iter_get_run_extents(iterator, nil, &place)
            let baseline = pango_layout_iter_get_run_baseline(iterator)
            guard append(run, x: place.x, baseline: baseline, glyphs, across, down) else { return nil }
        } while pango_layout_iter_next_run(iterator) != 0
    }

    private mutating func append(
        _ run: PangoGlyphItem, x: Int32, baseline: Int32, _ glyphs: GlyphCache, _ across: Int, _ down: Int
    ) -> Bool {
        guard let font = run.item.pointee.analysis.font else { return false }
        var x = x
        for index in 0..<Int(run.glyphs.pointee.num_glyphs) {
            let glyph = run.glyphs.pointee.glyphs[index]
            defer { x += glyph.geometry.width }
            if glyph.glyph == PANGO_GLYPH_EMPTY { continue }
            guard let stamp = glyphs.stamp(glyph.glyph, of: font) else { return false }
            self.glyphs.append(
                Glyph(
                    stamp: stamp, x: across + Self.dots(x + glyph.geometry.x_offset),
                    y: down + Self.dots(baseline + glyph.geometry.y_offset)))
        }
        return true
    }

    private static func dots(_ pangoUnits: Int32) -> Int { (Int(pangoUnits) + Int(PANGO_SCALE) / 2) >> 10 }
}
