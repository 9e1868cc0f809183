import Foundation
import PrintedLabel

/// Reads the picture out of printer languages and files, each written from its own description.
enum RasterReaders {
    struct Fault: Error { let what: String }

    /// `GWx,y,bytes,lines,` and binary rows in which 0 is black, behind `N`, `q` and `Q`, before `P1`.
    static func epl2(_ bytes: [UInt8], width: Int) throws -> DotPicture {
        let (numbers, data) = try split(bytes, at: "\nGW", numbers: 4)
        guard bytes.starts(with: Array("\nN\nq".utf8)), data.suffix(4).elementsEqual("\nP1\n".utf8) else {
            throw Fault(what: "epl2 frame")
        }
        return try picture(
            data.dropLast(4), bytesPerRow: numbers[2], rows: numbers[3], width: width, isBlackOne: false)
    }

    /// `BITMAP x,y,bytes,lines,mode,` and binary rows in which 0 is black, behind `SIZE` and `CLS`, before `PRINT`.
    static func tspl(_ bytes: [UInt8], width: Int) throws -> DotPicture {
        let (numbers, data) = try split(bytes, at: "\r\nBITMAP ", numbers: 5)
        let end = Array("\r\nPRINT 1,1\r\n".utf8)
        guard bytes.starts(with: Array("SIZE ".utf8)), data.suffix(end.count).elementsEqual(end),
            numbers[4] == 0
        else { throw Fault(what: "tspl frame") }
        return try picture(
            data.dropLast(end.count), bytesPerRow: numbers[2], rows: numbers[3], width: width,
            isBlackOne: false)
    }

    /// `ESC @`, bands of `GS v 0 m xL xH yL yH` with 1 black, `ESC i`.
    static func escpos(_ bytes: [UInt8], width: Int) throws -> DotPicture {
        guard bytes.starts(with: [0x1B, 0x40]), bytes.suffix(2).elementsEqual([0x1B, 0x69]) else {
            throw Fault(what: "escpos frame")
        }
        var rest = bytes.dropFirst(2).dropLast(2)
        var rows: [UInt8] = []
        let bytesPerRow = (width + 7) / 8
        while !rest.isEmpty {
            let head = Array(rest.prefix(8))
            guard head.count == 8, head[0...3].elementsEqual([0x1D, 0x76, 0x30, 0]),
                Int(head[4]) + Int(head[5]) * 256 == bytesPerRow
            else { throw Fault(what: "escpos band") }
            let size = bytesPerRow * (Int(head[6]) + Int(head[7]) * 256)
            rows += rest.dropFirst(8).prefix(size)
            rest = rest.dropFirst(8 + size)
        }
        return try picture(
            rows[...], bytesPerRow: bytesPerRow, rows: rows.count / bytesPerRow, width: width,
            isBlackOne: true)
    }

    /// One-bit grey, unfiltered rows (PNG, third edition).
    static func png(_ bytes: [UInt8]) throws -> DotPicture {
        guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else {
            throw Fault(what: "png signature")
        }
        func word(_ at: Int) -> Int { bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
        var at = 8
        var (width, height, packed): (Int, Int, [UInt8]) = (0, 0, [])
        while at < bytes.count {
            let length = word(at)
            switch String(decoding: bytes[at + 4..<at + 8], as: UTF8.self) {
            case "IHDR":
                (width, height) = (word(at + 8), word(at + 12))
                guard bytes[at + 16] == 1, bytes[at + 17] == 0 else { throw Fault(what: "png kind") }
            case "IDAT": packed += bytes[at + 8..<at + 8 + length]
            default: break
            }
            at += 12 + length
        }
        let bytesPerRow = (width + 7) / 8
        let rows = try ZPLReader.inflate(packed, to: (bytesPerRow + 1) * height)
        var data: [UInt8] = []
        for start in stride(from: 0, to: rows.count, by: bytesPerRow + 1) {
            guard rows[start] == 0 else { throw Fault(what: "png filter") }
            data += rows[start + 1...start + bytesPerRow]
        }
        return try picture(data[...], bytesPerRow: bytesPerRow, rows: height, width: width, isBlackOne: false)
    }

    /// One path of `Mx yhWvHh-Wz`.
    static func svg(_ text: String) throws -> DotPicture {
        guard let box = text.range(of: "viewBox=\"0 0 "), let path = text.range(of: "<path d=\"") else {
            throw Fault(what: "svg frame")
        }
        let sides = text[box.upperBound...].prefix { $0 != "\"" }.split(separator: " ").compactMap { Int($0) }
        var picture = DotPicture(
            width: sides[0], height: sides[1],
            bytes: [UInt8](repeating: 0, count: (sides[0] + 7) / 8 * sides[1]))
        for part in text[path.upperBound...].prefix(while: { $0 != "\"" }).split(separator: "z") {
            let numbers = part.split { "M hv".contains($0) }.compactMap { Int($0) }
            guard numbers.count == 5, numbers[4] == -numbers[2] else { throw Fault(what: "svg path \(part)") }
            for y in numbers[1]..<numbers[1] + numbers[3] {
                for x in numbers[0]..<numbers[0] + numbers[2] { picture.blacken(x, y) }
            }
        }
        return picture
    }

    private static func split(_ bytes: [UInt8], at command: String, numbers count: Int) throws -> (
        [Int], ArraySlice<UInt8>
    ) {
        guard let start = bytes.firstRange(of: Array(command.utf8)) else {
            throw Fault(what: "no \(command)")
        }
        let parts = bytes[start.upperBound...].split(
            separator: 0x2C, maxSplits: count, omittingEmptySubsequences: false)
        let numbers = parts.prefix(count).compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        guard numbers.count == count, parts.count == count + 1 else {
            throw Fault(what: "\(command)'s numbers")
        }
        return (numbers, parts[count])
    }

    private static func picture(
        _ data: ArraySlice<UInt8>, bytesPerRow: Int, rows: Int, width: Int, isBlackOne: Bool
    ) throws -> DotPicture {
        guard data.count == bytesPerRow * rows, bytesPerRow == (width + 7) / 8 else {
            throw Fault(what: "\(data.count) bytes")
        }
        return DotPicture(
            width: width, height: rows, bytes: data.map { isBlackOne ? $0 : ~$0 }, maskingEnds: ())
    }
}

extension DotPicture {
    /// Whitens what lies behind the last dot, where a file may hold anything.
    init(width: Int, height: Int, bytes: [UInt8], maskingEnds: Void) {
        var bytes = bytes
        let bytesPerRow = (width + 7) / 8
        for end in stride(from: bytesPerRow - 1, to: bytes.count, by: bytesPerRow) {
            bytes[end] &= UInt8(truncatingIfNeeded: 0xFF00 >> ((width - 1) % 8 + 1))
        }
        self.init(width: width, height: height, bytes: bytes)
    }
}
