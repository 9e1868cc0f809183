/// A label in printer dots: one bit a dot, 1 is black.
public struct Bitmap: Sendable, Equatable {
    public let widthDots: Int
    public let heightDots: Int
    /// The head that the dots are meant for.
    public let dpi: HeadDPI
    /// The rows from the top, each filled up to whole bytes; the leftmost dot is a byte's highest bit.
    public internal(set) var bytes: [UInt8]

    /// Whole bytes: the last one may have bits behind the last dot, always white.
    public var bytesPerRow: Int { (widthDots + 7) / 8 }

    /// A white label.
    public init(widthDots: Int, heightDots: Int, dpi: HeadDPI) {
        self.widthDots = widthDots
        self.heightDots = heightDots
        self.dpi = dpi
        bytes = [UInt8](repeating: 0, count: (widthDots + 7) / 8 * heightDots)
    }

    /// Whether the dot is black; everything outside the label is white.
    public subscript(x: Int, y: Int) -> Bool {
        guard (0..<widthDots).contains(x), (0..<heightDots).contains(y) else { return false }
        return bytes[y * bytesPerRow + x >> 3] & (0x80 >> UInt8(x & 7)) != 0
    }

    /// Blackens a rectangle, as far as it lies on the label.
    mutating func blacken(_ area: DotRect) {
        let left = max(area.x, 0)
        let right = min(area.x + area.width, widthDots)
        let top = max(area.y, 0)
        let bottom = min(area.y + area.height, heightDots)
        guard left < right, top < bottom else { return }
        let firstByte = left >> 3
        let lastByte = (right - 1) >> 3
        let firstMask = UInt8(0xFF) >> UInt8(left & 7)
        let lastMask = UInt8(truncatingIfNeeded: 0xFF00 >> ((right - 1) & 7 + 1))
        let stride = bytesPerRow
        bytes.withUnsafeMutableBufferPointer { bytes in
            for row in top..<bottom {
                let start = row * stride
                if firstByte == lastByte {
                    bytes[start + firstByte] |= firstMask & lastMask
                } else {
                    bytes[start + firstByte] |= firstMask
                    for index in (firstByte + 1)..<lastByte { bytes[start + index] = 0xFF }
                    bytes[start + lastByte] |= lastMask
                }
            }
        }
    }
}

/// A rectangle in whole dots.
struct DotRect: Equatable, Sendable {
    var x: Int
    var y: Int
    var width: Int
    var height: Int

    /// The rectangle without a margin on every side, which occupies no more than an eighth of it.
    func inset(_ margin: Int) -> DotRect {
        let across = min(margin, width / 8)
        let down = min(margin, height / 8)
        return DotRect(x: x + across, y: y + down, width: width - 2 * across, height: height - 2 * down)
    }
}
