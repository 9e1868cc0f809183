internal import CZlib
import Foundation

/// Reads the one `^GFA` picture of a ZPL label as a printer would, written from Zebra's description alone.
public enum ZPLReader {
    public struct Fault: Error { let what: String }

    public static func picture(_ zpl: [UInt8]) throws -> DotPicture {
        let text = String(decoding: zpl, as: UTF8.self)
        guard text.hasPrefix("^XA"), text.hasSuffix("^XZ\n") else { throw Fault(what: "no frame") }
        let width = try number(after: "^PW", in: text)
        let height = try number(after: "^LL", in: text)
        guard let start = text.range(of: "^GFA,"), let end = text.range(of: "^FS") else {
            throw Fault(what: "no picture")
        }
        let fields = text[start.upperBound..<end.lowerBound].split(
            separator: ",", maxSplits: 3, omittingEmptySubsequences: false)
        guard fields.count == 4, let total = Int(fields[1]), let bytesPerRow = Int(fields[2]),
            Int(fields[0]) == total
        else { throw Fault(what: "^GFA's numbers") }
        let bytes =
            fields[3].hasPrefix(":Z64:") ? try z64(fields[3], total) : try runLengths(fields[3], bytesPerRow)
        guard bytes.count == total, total == bytesPerRow * height else {
            throw Fault(what: "\(bytes.count) bytes of \(total)")
        }
        guard bytesPerRow == (width + 7) / 8 else {
            throw Fault(what: "\(bytesPerRow) bytes a row for ^PW\(width)")
        }
        for end in stride(from: bytesPerRow - 1, to: total, by: bytesPerRow)
        where bytes[end] & UInt8(0xFF >> ((width - 1) % 8 + 1)) != 0 {
            throw Fault(what: "ink behind ^PW")
        }
        return DotPicture(width: width, height: height, bytes: bytes)
    }

    private static func number(after command: String, in text: String) throws -> Int {
        guard let range = text.range(of: command),
            let number = Int(text[range.upperBound...].prefix { $0.isNumber })
        else { throw Fault(what: "no \(command)") }
        return number
    }

    private static func runLengths(_ data: Substring, _ bytesPerRow: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var above: [UInt8] = []
        var digits: [UInt8] = []
        var times = 0
        for sign in Array(data.utf8) {
            switch sign {
            case UInt8(ascii: "G")...UInt8(ascii: "Y"): times += Int(sign) - 0x46
            case UInt8(ascii: "g")...UInt8(ascii: "z"): times += (Int(sign) - 0x66) * 20
            case UInt8(ascii: ","): digits += [UInt8](repeating: 0, count: 2 * bytesPerRow - digits.count)
            case UInt8(ascii: "!"): digits += [UInt8](repeating: 15, count: 2 * bytesPerRow - digits.count)
            case UInt8(ascii: ":"):
                guard digits.isEmpty, !above.isEmpty else { throw Fault(what: "no row to repeat") }
                bytes += above
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"):
                digits += [UInt8](repeating: sign - (sign < 0x41 ? 0x30 : 0x37), count: max(1, times))
                times = 0
            default: throw Fault(what: "sign \(sign)")
            }
            guard digits.count >= 2 * bytesPerRow else { continue }
            guard digits.count == 2 * bytesPerRow, times == 0 else {
                throw Fault(what: "a row of \(digits.count) digits")
            }
            above = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
            bytes += above
            digits = []
        }
        guard digits.isEmpty, times == 0 else { throw Fault(what: "the last row is not whole") }
        return bytes
    }

    private static func z64(_ data: Substring, _ total: Int) throws -> [UInt8] {
        let parts = data.split(separator: ":")
        guard parts.count == 3, let packed = Data(base64Encoded: String(parts[1])) else {
            throw Fault(what: "no base 64")
        }
        var sum: UInt16 = 0
        for byte in parts[1].utf8 {
            for bit in 0..<8 {
                let carry = (sum >> 15 == 1) != (byte >> UInt8(7 - bit) & 1 == 1)
                sum = sum << 1 ^ (carry ? 0x1021 : 0)
            }
        }
        guard UInt16(parts[2], radix: 16) == sum else { throw Fault(what: "the sum is \(parts[2])") }
        return try inflate(Array(packed), to: total)
    }

    /// Undoes zlib's deflate format.
    public static func inflate(_ packed: [UInt8], to total: Int) throws -> [UInt8] {
        var out = [UInt8](repeating: 0, count: total)
        var length = uLong(total)
        guard uncompress(&out, &length, packed, uLong(packed.count)) == Z_OK, length == total else {
            throw Fault(what: "not deflated")
        }
        return out
    }
}
