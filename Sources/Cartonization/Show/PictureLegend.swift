internal import Common
internal import Drawing

/// What the colours and numbers of a picture mean: a row for each item.
struct PictureLegend {
    private let rows: [(color: Color, text: String)]

    private static let fontSize = 13.0
    private static let rowHeight = 20.0
    /// More would be longer than the picture; what is left out is counted.
    private static let rowsMax = 40
    private static let columnsMax = 80
    private static let skuColumnsMax = 30

    init(_ blocks: [PieceBlock]) {
        var entries: [(first: PlacedItem, numbers: [ClosedRange<Int>])] = []
        var places: [Int: Int] = [:]
        for block in blocks {
            let place = places[block.first.itemIndex] ?? entries.count
            if place == entries.count { entries.append((block.first, [])) }
            places[block.first.itemIndex] = place
            entries[place].numbers.append(block.number...block.number + block.pieces - 1)
        }
        var rows = entries.prefix(Self.rowsMax).map { entry in
            let edges = [entry.first.size.lengthMM, entry.first.size.widthMM, entry.first.size.heightMM]
                .sorted(by: >)
            let size = edges.map(String.init).joined(separator: " × ")
            let sku = entry.first.sku.cut(toColumns: Self.skuColumnsMax)
            let pieces = entry.numbers.reduce(0) { $0 + $1.count }
            let text = "\(pieces) × \(sku), \(size) mm: no. \(Self.list(entry.numbers))"
            return (ParcelDrawing.color(of: entry.first), text.cut(toColumns: Self.columnsMax))
        }
        if entries.count > rows.count {
            rows.append((.white, "and \(entries.count - rows.count) more items"))
        }
        self.rows = rows
    }

    /// `1–8, 10`: numbers that follow one another are written as one range.
    private static func list(_ ranges: [ClosedRange<Int>]) -> String {
        var merged: [ClosedRange<Int>] = []
        for range in ranges {
            if let last = merged.last, last.upperBound + 1 == range.lowerBound {
                merged[merged.count - 1] = last.lowerBound...range.upperBound
            } else {
                merged.append(range)
            }
        }
        return merged.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
            .joined(separator: ", ")
    }

    var height: Double { Double(rows.count) * Self.rowHeight }
    var width: Double { 24 + (rows.map { LabelSpots.width(of: $0.text, size: Self.fontSize) }.max() ?? 0) }

    func draw(at corner: Position, _ picture: inout Picture) {
        for (index, row) in rows.enumerated() {
            let y = corner.y + Double(index) * Self.rowHeight
            if row.color != .white {
                picture.rect(
                    x: corner.x, y: y + 3, width: 14, height: 14, Style(fill: row.color, stroke: .black))
            }
            picture.text(row.text, at: Position(corner.x + 24, y + 15), Font(size: Self.fontSize))
        }
    }
}
