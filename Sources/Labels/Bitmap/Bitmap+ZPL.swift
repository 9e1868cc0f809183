extension Bitmap {
    /// How the picture is written inside a ZPL label.
    public enum ZPLCompression: String, Sendable {
        /// Hexadecimal with run lengths: quick, and readable by every ZPL printer.
        case runLength = "rle"
        /// Deflated, in base 64, with a sum that the printer checks: a third of the size, ten times the time.
        case z64
    }

    /// The label as one ZPL II format, `^XA` to `^XZ`.
    ///
    /// - Complexity: linear in the dots.
    public func zpl(_ compression: ZPLCompression = .runLength) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count / 3)
        out += "^XA^CI28^PW\(widthDots)^LL\(heightDots)^LH0,0^FO0,0^GFA,\(bytes.count),\(bytes.count),\(bytesPerRow),".utf8
        switch compression {
        case .runLength: appendRunLengths(to: &out)
        case .z64: appendZ64(to: &out)
        }
        out += "^FS^PQ1^XZ\n".utf8
        return out
    }

    /// Each row as hexadecimal digits, repeats counted; `,` fills a row with white, `!` with black, and
    /// `:` repeats the row above (Zebra, ZPL II Programming Guide, `^GF` and "Alternative Data Compression").
    private func appendRunLengths(to out: inout [UInt8]) {
        bytes.withUnsafeBytes { all in
            for row in 0..<heightDots {
                let current = UnsafeRawBufferPointer(rebasing: all[row * bytesPerRow..<(row + 1) * bytesPerRow])
                if row > 0, current.elementsEqual(all[(row - 1) * bytesPerRow..<row * bytesPerRow]) {
                    out.append(UInt8(ascii: ":"))
                } else {
                    appendRow(current, to: &out)
                }
            }
        }
    }

    private func appendRow(_ row: UnsafeRawBufferPointer, to out: inout [UInt8]) {
        let fill = row.last == 0xFF ? UInt8(0xFF) : 0
        var end = row.count
        while end > 0, row[end - 1] == fill { end -= 1 }
        var run = 0
        var runDigit = UInt8.max
        for byte in row[..<end] {
            for digit in [byte >> 4, byte & 15] {
                if digit == runDigit { run += 1; continue }
                Self.append(runDigit, times: run, to: &out)
                runDigit = digit
                run = 1
            }
        }
        Self.append(runDigit, times: run, to: &out)
        if end < row.count { out.append(fill == 0 ? UInt8(ascii: ",") : UInt8(ascii: "!")) }
    }

    private static func append(_ digit: UInt8, times: Int, to out: inout [UInt8]) {
        var left = times
        // `z` stands for 400, `g` to `y` for 20 to 380, `G` to `Y` for 1 to 19.
        while left >= 400 { out.append(UInt8(ascii: "z")); left -= 400 }
        if left >= 20 { out.append(UInt8(ascii: "f") + UInt8(left / 20)); left %= 20; if left == 0 { left = 0 } }
        if left > 0, times > 1 { out.append(UInt8(ascii: "F") + UInt8(left)) }
        if times > 0 { out.append(digit < 10 ? 0x30 + digit : 0x37 + digit) }
    }
}
