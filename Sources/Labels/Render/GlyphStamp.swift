/// One glyph of a font in black dots, and how it lies to its pen position.
final class GlyphStamp: Sendable {
    /// From the pen position to the left edge, and from the baseline down to the upper edge.
    let left: Int
    let top: Int
    let width: Int
    let height: Int
    /// Rows filled up to whole bytes, the leftmost dot the highest bit.
    let bytes: [UInt8]

    var bytesPerRow: Int { (width + 7) / 8 }

    init(left: Int, top: Int, width: Int, height: Int, bytes: [UInt8]) {
        self.left = left
        self.top = top
        self.width = width
        self.height = height
        self.bytes = bytes
    }

    /// The stamp as it lies when the text is turned clockwise; the pen position stays the origin.
    func turned(_ rotation: Rotation) -> GlyphStamp {
        guard rotation != .none else { return self }
        let place = rotation.turned(DotRect(x: left, y: top, width: width, height: height))
        let rowBytes = (place.width + 7) / 8
        var turned = [UInt8](repeating: 0, count: rowBytes * place.height)
        for y in 0..<height {
            for x in 0..<width where bytes[y * bytesPerRow + x >> 3] & (0x80 >> UInt8(x & 7)) != 0 {
                let dot = rotation.turned(DotRect(x: left + x, y: top + y, width: 1, height: 1))
                let (column, row) = (dot.x - place.x, dot.y - place.y)
                turned[row * rowBytes + column >> 3] |= 0x80 >> UInt8(column & 7)
            }
        }
        return GlyphStamp(
            left: place.x, top: place.y, width: place.width, height: place.height, bytes: turned)
    }
}

extension Rotation {
    /// Where a rectangle comes to lie when it is turned clockwise about the origin.
    func turned(_ rect: DotRect) -> DotRect {
        switch self {
        case .none: rect
        case .quarter: DotRect(x: -rect.y - rect.height, y: rect.x, width: rect.height, height: rect.width)
        case .half:
            DotRect(x: -rect.x - rect.width, y: -rect.y - rect.height, width: rect.width, height: rect.height)
        case .threeQuarters:
            DotRect(x: rect.y, y: -rect.x - rect.width, width: rect.height, height: rect.width)
        }
    }
}

extension Bitmap {
    /// Blackens the dots of `stamp`, or whitens them, as far as they lie on the label.
    ///
    /// - Parameters:
    ///   - x: Where the glyph's pen position stands.
    ///   - y: Where its baseline stands.
    mutating func stamp(_ stamp: GlyphStamp, x: Int, y: Int, isWhite: Bool) {
        let left = x + stamp.left
        let top = y + stamp.top
        let rowBytes = bytesPerRow
        let firstByte = left >> 3
        let shift = UInt16(left & 7)
        let sourceBytes = stamp.bytesPerRow
        // Bits behind the label's last dot would be printed by heads that are wider.
        let lastMask = UInt8(truncatingIfNeeded: 0xFF00 >> ((widthDots - 1) & 7 + 1))
        let rows = max(0, -top)..<max(max(0, -top), min(stamp.height, heightDots - top))
        bytes.withUnsafeMutableBufferPointer { bytes in
            stamp.bytes.withUnsafeBufferPointer { source in
                func put(_ ink: UInt8, _ column: Int, _ start: Int) {
                    guard ink != 0, column >= 0, column < rowBytes else { return }
                    let onLabel = column == rowBytes - 1 ? ink & lastMask : ink
                    if isWhite { bytes[start + column] &= ~onLabel } else { bytes[start + column] |= onLabel }
                }
                for row in rows {
                    let start = (top + row) * rowBytes
                    for index in 0..<sourceBytes {
                        let ink = UInt16(source[row * sourceBytes + index]) << (8 - shift)
                        put(UInt8(ink >> 8), firstByte + index, start)
                        put(UInt8(ink & 0xFF), firstByte + index + 1, start)
                    }
                }
            }
        }
    }
}
