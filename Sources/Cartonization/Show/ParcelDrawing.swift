public import Drawing

/// Pictures of a packed parcel for the person who packs it.
public struct ParcelDrawing: Sendable {
    private let parcel: PackedParcel
    private let box: BoxType

    public init(_ parcel: PackedParcel, box: BoxType) {
        self.parcel = parcel
        self.box = box
    }

    /// The box seen from above its front right corner, pieces numbered in packing order.
    public func isometric() -> Picture {
        let scale = 420 / Double(max(box.inner.lengthMM, box.inner.widthMM, box.inner.heightMM))
        let view = IsometricView(box: box.inner, scale: scale)
        var picture = Picture(width: view.width, height: view.height, title: "Box \(box.id)")
        picture.rect(x: 0, y: 0, width: view.width, height: view.height, Style(fill: .white))
        draw(frameIn: view, &picture)
        for (number, item) in view.backToFront(parcel.items) { draw(item, number: number, in: view, &picture) }
        return picture
    }

    /// One plan for each level on which pieces stand, from the floor up; what is already there is pale.
    public func layers() -> [Picture] {
        Set(parcel.items.map(\.at.zMM)).sorted().map { layer(atMM: $0) }
    }

    private func layer(atMM levelMM: Int) -> Picture {
        let scale = 420 / Double(max(box.inner.lengthMM, box.inner.widthMM))
        let (width, height) = (Double(box.inner.lengthMM) * scale, Double(box.inner.widthMM) * scale)
        var picture = Picture(width: width + 20, height: height + 40, title: "Box \(box.id), \(levelMM) mm")
        picture.rect(x: 0, y: 0, width: width + 20, height: height + 40, Style(fill: .white))
        picture.text("\(box.id): from \(levelMM) mm", at: Drawing.Position(10, 20), Font(size: 14))
        picture.rect(x: 10, y: 30, width: width, height: height, Style(stroke: .black, width: 2))
        for (index, item) in parcel.items.enumerated() where item.at.zMM <= levelMM {
            let isOld = item.at.zMM < levelMM
            if isOld && item.at.zMM + item.size.heightMM < levelMM { continue }
            let (x, y) = (10 + Double(item.at.xMM) * scale, 30 + Double(item.at.yMM) * scale)
            let (length, depth) = (Double(item.size.lengthMM) * scale, Double(item.size.widthMM) * scale)
            let color = Self.color(of: item)
            picture.rect(
                x: x, y: y, width: length, height: depth,
                Style(fill: isOld ? color.mixed(with: .white, share: 0.8) : color, stroke: .black), note: item.sku)
            picture.text(
                "\(index + 1)", at: Drawing.Position(x + length / 2, y + depth / 2 + 5),
                Font(size: 14, anchor: .middle))
        }
        return picture
    }

    private func draw(frameIn view: IsometricView, _ picture: inout Picture) {
        let (l, w, h) = (box.inner.lengthMM, box.inner.widthMM, box.inner.heightMM)
        let edges = [
            [(0, 0, 0), (l, 0, 0), (l, w, 0), (0, w, 0), (0, 0, 0)],
            [(0, 0, h), (0, 0, 0)], [(l, 0, h), (l, 0, 0)], [(0, w, h), (0, w, 0)],
            [(l, 0, h), (0, 0, h), (0, w, h)],
        ]
        for edge in edges { picture.polyline(edge.map(view.point), Style(stroke: Color(0x888888))) }
    }

    private func draw(_ item: PlacedItem, number: Int, in view: IsometricView, _ picture: inout Picture) {
        let (x0, y0, z0) = (item.at.xMM, item.at.yMM, item.at.zMM)
        let (x1, y1, z1) = (x0 + item.size.lengthMM, y0 + item.size.widthMM, z0 + item.size.heightMM)
        let color = Self.color(of: item)
        let faces: [(Double, [(Int, Int, Int)])] = [
            (0.55, [(x0, y0, z1), (x1, y0, z1), (x1, y1, z1), (x0, y1, z1)]),
            (0.3, [(x1, y0, z0), (x1, y1, z0), (x1, y1, z1), (x1, y0, z1)]),
            (0, [(x0, y1, z0), (x1, y1, z0), (x1, y1, z1), (x0, y1, z1)]),
        ]
        for (light, corners) in faces {
            picture.polygon(
                corners.map(view.point), Style(fill: color.mixed(with: .white, share: light), stroke: .black),
                note: item.sku)
        }
        let middle = view.point((x0 + x1) / 2, (y0 + y1) / 2, z1)
        picture.text("\(number)", at: Drawing.Position(middle.x, middle.y + 4), Font(size: 12, anchor: .middle))
    }

    /// The same SKU has the same colour in every picture of an order.
    private static func color(of item: PlacedItem) -> Color { palette[item.itemIndex % palette.count] }

    private static let palette = [0x6BAED6, 0xFDAE6B, 0x74C476, 0x9E9AC8, 0xE377C2, 0xC7B299, 0xBCBD22, 0x66C2A5]
        .map { Color(UInt32($0)) }
}

/// Looks at a box from its front right upper corner.
private struct IsometricView {
    let box: Size
    let scale: Double
    private static let slope = 0.5
    private static let run = 0.866

    var width: Double { (Double(box.lengthMM) + Double(box.widthMM)) * Self.run * scale + 20 }
    var height: Double {
        ((Double(box.lengthMM) + Double(box.widthMM)) * Self.slope + Double(box.heightMM)) * scale + 20
    }

    func point(_ x: Int, _ y: Int, _ z: Int) -> Drawing.Position {
        let left = Double(box.widthMM) * Self.run
        return Drawing.Position(
            10 + (left + (Double(x) - Double(y)) * Self.run) * scale,
            10 + ((Double(x) + Double(y)) * Self.slope + Double(box.heightMM) - Double(z)) * scale)
    }

    /// The pieces with their numbers so that none is painted before one that it hides.
    func backToFront(_ items: [PlacedItem]) -> [(number: Int, item: PlacedItem)] {
        var left = items.enumerated().map { (number: $0.offset + 1, item: $0.element) }
        var sorted: [(number: Int, item: PlacedItem)] = []
        while !left.isEmpty {
            let next = left.firstIndex { candidate in
                !left.contains { $0.number != candidate.number && isBehind($0.item, candidate.item) }
            }
            sorted.append(left.remove(at: next ?? 0))
        }
        return sorted
    }

    private func isBehind(_ item: PlacedItem, _ other: PlacedItem) -> Bool {
        item.at.xMM < other.at.xMM + other.size.lengthMM && item.at.yMM < other.at.yMM + other.size.widthMM
            && item.at.zMM < other.at.zMM + other.size.heightMM
            && (item.at.xMM + item.size.lengthMM <= other.at.xMM || item.at.yMM + item.size.widthMM <= other.at.yMM
                || item.at.zMM + item.size.heightMM <= other.at.zMM)
    }
}
