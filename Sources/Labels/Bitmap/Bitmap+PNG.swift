internal import CZlib

extension Bitmap {
    /// The label as a PNG of one bit a dot, with the head's resolution in it.
    public func png() -> [UInt8] {
        var out: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        let dotsPerMetre = dpi.dotsPerMM * 1000
        Self.append(chunk: "IHDR", Self.word(widthDots) + Self.word(heightDots) + [1, 0, 0, 0, 0], to: &out)
        Self.append(chunk: "pHYs", Self.word(dotsPerMetre) + Self.word(dotsPerMetre) + [1], to: &out)
        Self.append(chunk: "IDAT", Deflate.compress(whiteIsOneRows()), to: &out)
        Self.append(chunk: "IEND", [], to: &out)
        return out
    }

    /// The rows with a filter byte of 0 in front of each; grey of one bit is 0 for black.
    private func whiteIsOneRows() -> [UInt8] {
        var rows: [UInt8] = []
        rows.reserveCapacity((bytesPerRow + 1) * heightDots)
        for row in 0..<heightDots {
            rows.append(0)
            for byte in bytes[row * bytesPerRow..<(row + 1) * bytesPerRow] { rows.append(~byte) }
        }
        return rows
    }

    private static func word(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private static func append(chunk name: String, _ data: [UInt8], to out: inout [UInt8]) {
        let body = Array(name.utf8) + data
        out += word(data.count)
        out += body
        out += word(Int(crc32(0, body, uInt(body.count))))
    }
}
