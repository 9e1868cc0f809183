internal import CPangoCairo

/// A picture from a PNG file, as the darkness of its pixels, before it is fitted to a print head.
struct Picture: Sendable {
    let width: Int
    let height: Int
    /// Row by row; 0 is white or transparent, 255 black.
    private let darkness: [UInt8]

    /// Larger pictures are slips: the widest heads print 220 mm, which is 5,280 dots at 600 dpi.
    static let sideMax = 6_000
    /// Rows that are painted at once.
    private static let bandRows = 256

    init(file: String) throws(TextFault) {
        (width, height) = try PNGHeader.size(of: file)
        guard (1...Self.sideMax).contains(width), (1...Self.sideMax).contains(height) else {
            throw TextFault(message: "\(file) is \(width) × \(height) pixels; at most \(Self.sideMax) a side")
        }
        guard let source = cairo_image_surface_create_from_png(file) else {
            throw TextFault(message: "out of memory")
        }
        defer { cairo_surface_destroy(source) }
        guard cairo_surface_status(source) == CAIRO_STATUS_SUCCESS else {
            throw TextFault(message: "\(file) is a damaged PNG file; save it again")
        }
        var darkness: [UInt8] = []
        darkness.reserveCapacity(width * height)
        for top in stride(from: 0, to: height, by: Self.bandRows) {
            let rows = min(Self.bandRows, height - top)
            darkness += try Self.darkness(of: source, width: width, rows: top..<top + rows)
        }
        self.darkness = darkness
    }

    /// Painted over white first, so that transparent pixels are paper.
    private static func darkness(of source: OpaquePointer, width: Int, rows: Range<Int>) throws(TextFault)
        -> [UInt8]
    {
        let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(rows.count))
        let context = cairo_create(surface)
        defer {
            cairo_destroy(context)
            cairo_surface_destroy(surface)
        }
        cairo_set_source_rgb(context, 1, 1, 1)
        cairo_paint(context)
        cairo_set_source_surface(context, source, 0, -Double(rows.lowerBound))
        cairo_paint(context)
        cairo_surface_flush(surface)
        guard let data = cairo_image_surface_get_data(surface) else {
            throw TextFault(message: "out of memory")
        }
        let stride = Int(cairo_image_surface_get_stride(surface))
        return (0..<width * rows.count).map { index in
            let offset: Int = index / width * stride + index % width * 4
            let pixel = data + offset
            // Blue, green, red on little-endian machines; weights of ITU-R BT.601 in 1/256.
            let brightness: Int = 29 * Int(pixel[0]) + 150 * Int(pixel[1]) + 77 * Int(pixel[2])
            return 255 - UInt8(brightness >> 8)
        }
    }

    /// Draws the black runs of the picture in a box, as large as it fits with its sides in proportion, in the
    /// middle.
    func draw(width boxWidth: Int, height boxHeight: Int, _ draw: (DotRect) -> Void) {
        let scale = min(Double(boxWidth) / Double(width), Double(boxHeight) / Double(height))
        let across = max(1, Int(Double(width) * scale))
        let down = max(1, Int(Double(height) * scale))
        let left = (boxWidth - across) / 2
        let top = (boxHeight - down) / 2
        for y in 0..<down {
            let rows = Self.pixels(of: y, count: down, in: height)
            var start: Int?
            for x in 0...across {
                let isDark = x < across && isBlack(rows, Self.pixels(of: x, count: across, in: width))
                if isDark, start == nil { start = x }
                if !isDark, let from = start {
                    draw(DotRect(x: left + from, y: top + y, width: x - from, height: 1))
                    start = nil
                }
            }
        }
    }

    /// The pixels that lie below one dot.
    private static func pixels(of dot: Int, count: Int, in pixels: Int) -> Range<Int> {
        let start = dot * pixels / count
        return start..<max(start + 1, (dot + 1) * pixels / count)
    }

    private func isBlack(_ rows: Range<Int>, _ columns: Range<Int>) -> Bool {
        var sum = 0
        for row in rows { for column in columns { sum += Int(darkness[row * width + column]) } }
        return sum > 127 * rows.count * columns.count
    }
}
