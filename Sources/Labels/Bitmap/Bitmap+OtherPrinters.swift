extension Bitmap {
    /// The label for printers that speak EPL2: `GW` expects binary rows in which 1 is white.
    public func epl2() -> [UInt8] {
        var out = Array(
            "\nN\nq\(bytesPerRow * 8)\nQ\(heightDots),24\nGW0,0,\(bytesPerRow),\(heightDots),".utf8)
        appendInverted(to: &out)
        out += "\nP1\n".utf8
        return out
    }

    /// The label for printers that speak TSPL: `BITMAP` expects binary rows in which 1 is white.
    public func tspl() -> [UInt8] {
        let width = trimmed(dpi.mm(widthDots))
        let height = trimmed(dpi.mm(heightDots))
        var out = Array(
            "SIZE \(width) mm,\(height) mm\r\nGAP 3 mm,0 mm\r\nCLS\r\nBITMAP 0,0,\(bytesPerRow),\(heightDots),0,"
                .utf8)
        appendInverted(to: &out)
        out += "\r\nPRINT 1,1\r\n".utf8
        return out
    }

    /// The label for receipt printers that speak ESC/POS, in bands (`GS v 0`), with a cut behind it.
    public func escpos() -> [UInt8] {
        /// Printers with small buffers accept this many rows at once.
        let bandRows = 256
        var out: [UInt8] = [0x1B, 0x40]
        for top in stride(from: 0, to: heightDots, by: bandRows) {
            let rows = min(bandRows, heightDots - top)
            out += [0x1D, 0x76, 0x30, 0]
            for count in [bytesPerRow, rows] { out += [UInt8(count & 255), UInt8(count >> 8)] }
            out += bytes[top * bytesPerRow..<(top + rows) * bytesPerRow]
        }
        out += [0x1B, 0x69]
        return out
    }

    /// The bits behind the last dot of a row stay white.
    private func appendInverted(to out: inout [UInt8]) {
        let lastMask = UInt8(truncatingIfNeeded: 0xFF00 >> ((widthDots - 1) & 7 + 1))
        for row in 0..<heightDots {
            for byte in bytes[row * bytesPerRow..<(row + 1) * bytesPerRow - 1] { out.append(~byte) }
            out.append(~(bytes[(row + 1) * bytesPerRow - 1] & lastMask))
        }
    }
}
