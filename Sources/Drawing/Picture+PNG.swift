internal import CPangoCairo

extension Picture {
    /// cairo's image surfaces have no more pixels along a side.
    public static let sideMax = 32_767
    /// Four bytes a pixel: 400 MB at the most.
    public static let pixelsMax = 100_000_000

    /// The picture as a PNG file on a white ground.
    ///
    /// - Parameter scale: pixels for one unit of the picture.
    /// - Throws: ``DrawingError/tooLarge(widthPixels:heightPixels:)`` where the pixels would be none or too many.
    /// - Complexity: linear in the number of pixels and shapes.
    public func png(scale: Double = 1) throws(DrawingError) -> [UInt8] {
        let canvas = try Canvas(widthPixels: width * scale, heightPixels: height * scale)
        canvas.scale(by: scale)
        for element in elements { canvas.paint(element) }
        return try canvas.png()
    }
}

/// A cairo surface with its context, released when the canvas goes.
private final class Canvas {
    private let surface: OpaquePointer
    private let context: OpaquePointer

    init(widthPixels: Double, heightPixels: Double) throws(DrawingError) {
        let width = widthPixels.rounded(.up)
        let height = heightPixels.rounded(.up)
        let sides = 1...Double(Picture.sideMax)
        guard sides.contains(width), sides.contains(height), width * height <= Double(Picture.pixelsMax)
        else {
            throw .tooLarge(widthPixels: widthPixels, heightPixels: heightPixels)
        }
        guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)),
            let context = cairo_create(surface)
        else { throw .cairo("no memory") }
        self.surface = surface
        self.context = context
        try check(cairo_surface_status(surface))
        try check(cairo_status(context))
        cairo_set_source_rgb(context, 1, 1, 1)
        cairo_paint(context)
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    func scale(by scale: Double) { cairo_scale(context, scale, scale) }

    func paint(_ element: Picture.Element) {
        cairo_new_path(context)
        switch element.shape {
        case .polyline(let points, let isClosed):
            for point in points { cairo_line_to(context, point.x, point.y) }
            if isClosed { cairo_close_path(context) }
            let isRound = !isClosed
            cairo_set_line_cap(context, isRound ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
            cairo_set_line_join(context, isRound ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER)
        case .rect(let x, let y, let width, let height, let radius):
            addRect(x, y, width, height, radius: min(radius, width / 2, height / 2))
        case .circle(let center, let radius):
            cairo_arc(context, center.x, center.y, radius, 0, 2 * .pi)
        case .text(let text, let position, let font):
            paintText(text, at: position, font, element.style)
            return
        }
        fillAndStroke(element.style)
    }

    private func addRect(_ x: Double, _ y: Double, _ width: Double, _ height: Double, radius: Double) {
        guard radius > 0 else { return cairo_rectangle(context, x, y, width, height) }
        let corners = [
            (x + width - radius, y + radius), (x + width - radius, y + height - radius),
            (x + radius, y + height - radius), (x + radius, y + radius),
        ]
        for (index, corner) in corners.enumerated() {
            let start = Double(index - 1) * .pi / 2
            cairo_arc(context, corner.0, corner.1, radius, start, start + .pi / 2)
        }
        cairo_close_path(context)
    }

    private func fillAndStroke(_ style: Style) {
        if let fill = style.fill {
            setColor(fill, style.opacity)
            cairo_fill_preserve(context)
        }
        if let stroke = style.stroke {
            setColor(stroke, style.opacity)
            cairo_set_line_width(context, style.width)
            cairo_set_dash(context, style.dashes, Int32(style.dashes.count), 0)
            cairo_stroke_preserve(context)
        }
        cairo_new_path(context)
    }

    private func paintText(_ text: String, at position: Position, _ font: Font, _ style: Style) {
        guard let layout = pango_cairo_create_layout(context) else { return }
        defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
        let description = pango_font_description_from_string(Font.families)
        defer { pango_font_description_free(description) }
        pango_font_description_set_absolute_size(description, font.size * Double(PANGO_SCALE))
        pango_font_description_set_weight(description, font.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        pango_layout_set_font_description(layout, description)
        pango_layout_set_text(layout, text, -1)
        pango_layout_set_single_paragraph_mode(layout, 1)
        var widthUnits: Int32 = 0
        pango_layout_get_size(layout, &widthUnits, nil)
        let width = Double(widthUnits) / Double(PANGO_SCALE)
        let baseline = Double(pango_layout_get_baseline(layout)) / Double(PANGO_SCALE)
        let share =
            switch font.anchor {
            case .start: 0.0
            case .middle: 0.5
            case .end: 1.0
            }
        cairo_save(context)
        cairo_translate(context, position.x, position.y)
        cairo_rotate(context, font.turn * .pi / 180)
        cairo_move_to(context, -width * share, -baseline)
        pango_cairo_layout_path(context, layout)
        cairo_restore(context)
        fillAndStroke(style)
    }

    private func setColor(_ color: Color, _ opacity: Double) {
        cairo_set_source_rgba(
            context, Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255, opacity)
    }

    func png() throws(DrawingError) -> [UInt8] {
        try check(cairo_status(context))
        var bytes: [UInt8] = []
        let status = withUnsafeMutablePointer(to: &bytes) { bytes in
            cairo_surface_write_to_png_stream(
                surface,
                { closure, data, count in
                    guard let data, let bytes = closure?.assumingMemoryBound(to: [UInt8].self) else {
                        return CAIRO_STATUS_WRITE_ERROR
                    }
                    bytes.pointee.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
                    return CAIRO_STATUS_SUCCESS
                }, bytes)
        }
        try check(status)
        return bytes
    }

    private func check(_ status: cairo_status_t) throws(DrawingError) {
        if status != CAIRO_STATUS_SUCCESS { throw .cairo(String(cString: cairo_status_to_string(status))) }
    }
}
