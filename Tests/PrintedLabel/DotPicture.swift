/// A label as a reader sees it: rows of dots, with no knowledge of how they were drawn.
public struct DotPicture: Equatable {
    public let width: Int
    public let height: Int
    /// Rows filled up to whole bytes, the leftmost dot the highest bit, 1 black; white behind the last dot.
    public private(set) var bytes: [UInt8]

    private var bytesPerRow: Int { (width + 7) / 8 }

    public init(width: Int, height: Int, bytes: [UInt8]) {
        self.width = width
        self.height = height
        self.bytes = bytes
    }

    /// Reads a portable bitmap of kind P4, as pdftoppm writes it.
    public init?(pbm: [UInt8]) {
        // "P4", width and height, then one white space; pdftoppm writes no comments.
        let head = pbm.prefix(40).split(maxSplits: 3) { $0 == 0x0A || $0 == 0x20 }
        guard head.count == 4, head[0].elementsEqual("P4".utf8),
            let width = Int(String(decoding: head[1], as: UTF8.self)),
            let height = Int(String(decoding: head[2], as: UTF8.self)),
            pbm.count - head[3].startIndex == (width + 7) / 8 * height
        else { return nil }
        self.init(width: width, height: height, bytes: Array(pbm[head[3].startIndex...]))
    }

    public subscript(x: Int, y: Int) -> Bool {
        (0..<height).contains(y) && (0..<width).contains(x)
            && bytes[y * bytesPerRow + x / 8] & (0x80 >> UInt8(x % 8)) != 0
    }

    public mutating func blacken(_ x: Int, _ y: Int) {
        bytes[y * bytesPerRow + x / 8] |= 0x80 >> UInt8(x % 8)
    }

    /// The picture as a portable bitmap file.
    public var pbm: [UInt8] { Array("P4\n\(width) \(height)\n".utf8) + bytes }

    /// The same with white around it, which readers of barcodes need where the label ends at a quiet zone.
    public func withMargin(_ dots: Int) -> DotPicture {
        let size = (width: width + 2 * dots, height: height + 2 * dots)
        var wider = DotPicture(
            width: size.width, height: size.height,
            bytes: [UInt8](repeating: 0, count: (size.width + 7) / 8 * size.height))
        for y in 0..<height { for x in 0..<width where self[x, y] { wider.blacken(x + dots, y + dots) } }
        return wider
    }

    // MARK: Measures

    /// The bytes of a row, to find equal rows.
    public func row(_ y: Int) -> ArraySlice<UInt8> { bytes[y * bytesPerRow..<(y + 1) * bytesPerRow] }

    /// White and black runs of a row in turn, from the left edge to the right; the first is white.
    public func runs(row: Int) -> [Int] { Self.runs((0..<width).map { self[$0, row] }) }

    /// …and of a column, from the top down.
    public func runs(column: Int) -> [Int] { Self.runs((0..<height).map { self[column, $0] }) }

    private static func runs(_ line: [Bool]) -> [Int] {
        var runs = [0]
        var isBlack = false
        for dot in line {
            if dot != isBlack {
                runs.append(0)
                isBlack = dot
            }
            runs[runs.count - 1] += 1
        }
        return runs
    }

    /// The smallest rectangle that holds all black; nil where all is white.
    public var ink: (x: Range<Int>, y: Range<Int>)? {
        var columns = [UInt8](repeating: 0, count: bytesPerRow)
        var rows: [Int] = []
        for y in 0..<height {
            let row = bytes[y * bytesPerRow..<(y + 1) * bytesPerRow]
            guard row.contains(where: { $0 != 0 }) else { continue }
            rows.append(y)
            for (column, byte) in row.enumerated() { columns[column] |= byte }
        }
        let flat = DotPicture(width: width, height: 1, bytes: columns)
        let black = (0..<width).filter { flat[$0, 0] }
        guard let left = black.first, let right = black.last, let top = rows.first, let bottom = rows.last
        else { return nil }
        return (left..<right + 1, top..<bottom + 1)
    }

    /// A part of the picture.
    public func cropped(x: Range<Int>, y: Range<Int>) -> DotPicture {
        var part = DotPicture(
            width: x.count, height: y.count, bytes: [UInt8](repeating: 0, count: (x.count + 7) / 8 * y.count))
        for row in y {
            for column in x where self[column, row] {
                part.blacken(column - x.lowerBound, row - y.lowerBound)
            }
        }
        return part
    }
}
