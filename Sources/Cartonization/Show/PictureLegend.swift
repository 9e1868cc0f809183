internal import Drawing

/// What the colours and numbers of a picture mean: a row for each item.
struct PictureLegend {
    private let rows: [(color: Color, text: String)]

    private static let fontSize = 13.0
    private static let rowHeight = 20.0
    /// More would be longer than the picture; what is left out is counted.
    private static let rowsMax = 40
    private static let columnsMax = 70

    init(_ blocks: [PieceBlock]) {
        var entries: [(first: PlacedItem, pieces: Int, labels: [String])] = []
        var places: [Int: Int] = [:]
        for block in blocks {
            let place = places[block.first.itemIndex] ?? entries.count
            if place == entries.count { entries.append((block.first, 0, [])) }
            places[block.first.itemIndex] = place
            entries[place].pieces += block.pieces
            entries[place].labels.append(block.label)
        }
        var rows = entries.prefix(Self.rowsMax).map { entry in
            let edges = [entry.first.size.lengthMM, entry.first.size.widthMM, entry.first.size.heightMM].sorted(by: >)
            let size = edges.map(String.init).joined(separator: " × ")
            let text = "\(entry.pieces) × \(entry.first.sku), \(size) mm: no. \(entry.labels.joined(separator: ", "))"
            return (ParcelDrawing.color(of: entry.first), text.cut(toColumns: Self.columnsMax))
        }
        if entries.count > rows.count { rows.append((.white, "and \(entries.count - rows.count) more items")) }
        self.rows = rows
    }

    var height: Double { Double(rows.count) * Self.rowHeight }
    var width: Double { 24 + (rows.map { LabelSpots.width(of: $0.text, size: Self.fontSize) }.max() ?? 0) }

    func draw(at corner: Position, _ picture: inout Picture) {
        for (index, row) in rows.enumerated() {
            let y = corner.y + Double(index) * Self.rowHeight
            if row.color != .white {
                picture.rect(x: corner.x, y: y + 3, width: 14, height: 14, Style(fill: row.color, stroke: .black))
            }
            picture.text(row.text, at: Position(corner.x + 24, y + 15), Font(size: Self.fontSize))
        }
    }
}
