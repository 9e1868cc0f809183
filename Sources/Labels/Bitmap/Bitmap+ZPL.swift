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
        var out = Array(
            "^XA^CI28^PW\(widthDots)^LL\(heightDots)^LH0,0^FO0,0^GFA,\(bytes.count),\(bytes.count),\(bytesPerRow),"
                .utf8)
        switch compression {
        case .runLength: out += RunLengthWriter.rows(of: self)
        case .z64: appendZ64(to: &out)
        }
        out += "^FS^PQ1^XZ\n".utf8
        return out
    }
}
