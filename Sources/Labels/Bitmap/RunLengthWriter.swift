/// Writes a picture's rows as hexadecimal digits, repeats counted; `,` fills a row with white, `!` with black,
/// and `:` repeats the row above (Zebra, ZPL II Programming Guide, `^GF` and "Alternative Data Compression").
struct RunLengthWriter {
    private var out: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    /// - Complexity: linear in the bytes; equal bytes beside each other are counted eight at a time.
    static func rows(of bitmap: Bitmap) -> [UInt8] {
        let stride = bitmap.bytesPerRow
        // A row is never longer than its digits and the sign that ends it: a count and its digit stand for two or more.
        let longest = bitmap.heightDots * (2 * stride + 1)
        return [UInt8](unsafeUninitializedCapacity: longest) { buffer, written in
            var writer = RunLengthWriter(out: buffer)
            bitmap.bytes.withUnsafeBytes { all in
                for row in 0..<bitmap.heightDots {
                    let current = UnsafeRawBufferPointer(rebasing: all[row * stride..<(row + 1) * stride])
                    let isRepeat =
                        row > 0
                        && Self.areEqual(
                            current, UnsafeRawBufferPointer(rebasing: all[(row - 1) * stride..<row * stride]))
                    if isRepeat { writer.put(UInt8(ascii: ":")) } else { writer.put(row: current) }
                }
            }
            written = writer.count
        }
    }

    private init(out: UnsafeMutableBufferPointer<UInt8>) { self.out = out }

    private mutating func put(_ sign: UInt8) {
        out[count] = sign
        count += 1
    }

    private mutating func put(row: UnsafeRawBufferPointer) {
        let fill = row.last == 0xFF ? UInt8(0xFF) : 0
        var end = row.count
        while end > 0, row[end - 1] == fill { end -= 1 }
        var digit: UInt8 = 0
        var times = 0
        var index = 0
        while index < end {
            let byte = row[index]
            let same = Self.equalBytes(from: index, in: row, until: end)
            index += same
            if byte >> 4 == byte & 15 {
                if byte & 15 != digit {
                    put(digit, times: times)
                    digit = byte & 15
                    times = 0
                }
                times += 2 * same
            } else {
                for _ in 0..<same {
                    if byte >> 4 != digit {
                        put(digit, times: times)
                        digit = byte >> 4
                        times = 0
                    }
                    put(digit, times: times + 1)
                    digit = byte & 15
                    times = 1
                }
            }
        }
        put(digit, times: times)
        if end < row.count { put(fill == 0 ? UInt8(ascii: ",") : UInt8(ascii: "!")) }
    }

    private mutating func put(_ digit: UInt8, times: Int) {
        guard times > 1 else {
            if times == 1 { put(Self.sign(of: digit)) }
            return
        }
        var left = times
        // `z` stands for 400, `g` to `y` for 20 to 380, `G` to `Y` for 1 to 19.
        while left >= 400 {
            put(UInt8(ascii: "z"))
            left -= 400
        }
        if left >= 20 { put(UInt8(ascii: "f") + UInt8(left / 20)) }
        if left % 20 > 0 { put(UInt8(ascii: "F") + UInt8(left % 20)) }
        put(Self.sign(of: digit))
    }

    private static func sign(of digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x37 + digit }

    /// How many bytes from `start` on are the same.
    private static func equalBytes(from start: Int, in row: UnsafeRawBufferPointer, until end: Int) -> Int {
        let byte = row[start]
        let word = UInt64(byte) &* 0x0101_0101_0101_0101
        var index = start + 1
        while index + 8 <= end, row.loadUnaligned(fromByteOffset: index, as: UInt64.self) == word {
            index += 8
        }
        while index < end, row[index] == byte { index += 1 }
        return index - start
    }

    private static func areEqual(_ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer) -> Bool {
        var index = 0
        while index + 8 <= one.count {
            if one.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                != other.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            {
                return false
            }
            index += 8
        }
        while index < one.count {
            if one[index] != other[index] { return false }
            index += 1
        }
        return true
    }
}
