extension Bitmap {
    /// Appends `:Z64:` data: deflated, in base 64, with the CRC that the printer checks before it prints.
    func appendZ64(to out: inout [UInt8]) {
        let text = Base64.encode(Deflate.compress(bytes))
        let sum = String(Self.crc16(text), radix: 16, uppercase: true)
        out += ":Z64:".utf8
        out += text
        out += ":\(String(repeating: "0", count: 4 - sum.utf8.count))\(sum)".utf8
    }

    /// CRC-16/XMODEM: polynomial 0x1021, from 0, over the base 64 text.
    private static func crc16(_ bytes: [UInt8]) -> UInt16 {
        bytes.reduce(0) { sum, byte in
            var sum = sum ^ UInt16(byte) << 8
            for _ in 0..<8 { sum = sum & 0x8000 == 0 ? sum << 1 : sum << 1 ^ 0x1021 }
            return sum
        }
    }
}
