internal import CPangoCairo

/// A one-bit cairo surface in printer dots, used again for label after label.
///
/// Clearing through cairo is slow on one-bit surfaces; zeroing the memory is not.
final class Canvas {
    let widthDots: Int
    let heightDots: Int
    let context: OpaquePointer
    private let surface: OpaquePointer
    private let data: UnsafeMutablePointer<UInt8>
    private let stride: Int

    init(widthDots: Int, heightDots: Int) throws(LabelError) {
        guard let surface = cairo_image_surface_create(CAIRO_FORMAT_A1, Int32(widthDots), Int32(heightDots)),
            let context = cairo_create(surface)
        else { throw .noCanvas(widthDots: widthDots, heightDots: heightDots, reason: "out of memory") }
        guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let data = cairo_image_surface_get_data(surface)
        else {
            let reason = String(cString: cairo_status_to_string(cairo_surface_status(surface)))
            cairo_destroy(context)
            cairo_surface_destroy(surface)
            throw .noCanvas(widthDots: widthDots, heightDots: heightDots, reason: reason)
        }
        self.widthDots = widthDots
        self.heightDots = heightDots
        self.surface = surface
        self.context = context
        self.data = data
        stride = Int(cairo_image_surface_get_stride(surface))
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    func clear() {
        cairo_surface_flush(surface)
        data.update(repeating: 0, count: stride * heightDots)
        cairo_surface_mark_dirty(surface)
    }

    /// Adds the black dots to `bitmap`, which has the canvas's size.
    ///
    /// Cairo's leftmost dot is a byte's lowest bit on little-endian machines, the printer's its highest.
    func add(to bitmap: inout Bitmap) {
        cairo_surface_flush(surface)
        let rowBytes = bitmap.bytesPerRow
        bitmap.bytes.withUnsafeMutableBufferPointer { bytes in
            for row in 0..<heightDots {
                let source = data + row * stride
                for index in 0..<rowBytes where source[index] != 0 {
                    bytes[row * rowBytes + index] |= source[index].bitsReversed
                }
            }
        }
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
