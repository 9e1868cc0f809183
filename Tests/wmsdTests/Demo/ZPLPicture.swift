/// Reads the one `^GFA` picture of a label, as a printer would: written anew here from Zebra's description,
/// so that the writer's own idea of the format is not what checks it.
struct ZPLPicture {
    let widthDots: Int
    let rows: [[UInt8]]

    /// Nil where the text holds no complete picture.
    init?(_ zpl: String) {
        guard let start = zpl.range(of: "^GFA,") else { return nil }
        let fields = zpl[start.upperBound...].split(separator: ",", maxSplits: 3, omittingEmptySubsequences: false)
        guard fields.count == 4, let total = Int(fields[1]), let bytesPerRow = Int(fields[2]), bytesPerRow > 0,
            let data = fields[3].split(separator: "^", maxSplits: 1).first
        else { return nil }
        widthDots = bytesPerRow * 8
        rows = Self.rows(data, digitsPerRow: bytesPerRow * 2)
        guard rows.count * bytesPerRow == total else { return nil }
    }

    /// `G`–`Y` repeat the next digit 1 to 19 times, `g`–`z` 20 to 400 times in twenties; `,` fills the row with
    /// white, `!` with black, `:` repeats the row before.
    private static func rows(_ data: Substring, digitsPerRow: Int) -> [[UInt8]] {
        var rows: [[UInt8]] = []
        var row: [UInt8] = []
        var times = 0
        for character in data.utf8 {
            switch character {
            case UInt8(ascii: "G")...UInt8(ascii: "Y"): times += Int(character - UInt8(ascii: "G")) + 1
            case UInt8(ascii: "g")...UInt8(ascii: "z"): times += (Int(character - UInt8(ascii: "g")) + 1) * 20
            case UInt8(ascii: ","): row += Array(repeating: 0, count: digitsPerRow - row.count)
            case UInt8(ascii: "!"): row += Array(repeating: 15, count: digitsPerRow - row.count)
            case UInt8(ascii: ":"): rows.append(rows.last ?? [])
            default:
                guard let digit = Character(Unicode.Scalar(character)).hexDigitValue else { continue }
                row += Array(repeating: UInt8(digit), count: max(1, times))
                times = 0
            }
            if row.count >= digitsPerRow {
                rows.append(stride(from: 0, to: digitsPerRow, by: 2).map { row[$0] << 4 | row[$0 + 1] })
                row = []
            }
        }
        return rows
    }

    /// The picture as a portable bitmap file with a white margin of whole bytes at each side.
    var pbm: [UInt8] {
        let margin: [UInt8] = Array(repeating: 0, count: 4)
        return Array("P4\n\(widthDots + 64) \(rows.count)\n".utf8) + rows.flatMap { margin + $0 + margin }
    }
}
