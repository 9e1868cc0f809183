import Cartonization

/// Orders that are known to fit one box: the box is cut into pieces by guillotine cuts, and every edge is
/// shortened a little.
struct PlantedOrders {
    struct Order {
        let pieces: Int
        let box: BoxType
        let items: [Item]
    }

    static let boxes: [BoxType] = [
        (160, 110, 60), (220, 160, 100), (250, 200, 150), (305, 229, 150), (350, 250, 200), (400, 300, 250),
        (457, 356, 305), (610, 410, 305),
    ].enumerated().map { index, edges in
        BoxType(id: "P\(index + 1)", inner: Size(lengthMM: edges.0, widthMM: edges.1, heightMM: edges.2))
    }

    /// 720 orders: 4 to 50 pieces, 0 to 10 % slack, each box in turn.
    ///
    /// They are drawn from the linear congruential generator with which the share in Cartonization's page on the search
    /// was measured: with another, that figure would be of other orders.
    static func all(seed: UInt64) -> [Order] {
        var state = seed
        func below(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        var orders: [Order] = []
        for pieces in [4, 8, 12, 20, 30, 50] {
            for slack in [0, 2, 5, 10] {
                for replicate in 0..<30 {
                    let box = boxes[replicate % boxes.count]
                    let sizes = cut(box.inner, into: pieces, below).map { shorten($0, percent: slack, below) }
                    let items = sizes.enumerated().map {
                        Item(sku: "\($0)", quantity: 1, size: $1, weightG: 0)
                    }
                    orders.append(Order(pieces: pieces, box: box, items: items))
                }
            }
        }
        return orders
    }

    private static func cut(_ size: Size, into count: Int, _ below: (Int) -> Int) -> [[Int]] {
        var parts = [[size.lengthMM, size.widthMM, size.heightMM]]
        while parts.count < count {
            // The largest of three drawn at random is cut, so that none stays very large.
            let drawn = (0..<3).map { _ in below(parts.count) }
            let index = drawn.max { volume(parts[$0]) < volume(parts[$1]) } ?? 0
            let axis = below(3)
            let edge = parts[index][axis]
            guard edge >= 20 else { continue }
            let at = edge / 4 + below(edge / 2)
            var other = parts[index]
            parts[index][axis] = at
            other[axis] = edge - at
            parts.append(other)
        }
        return parts
    }

    private static func volume(_ edges: [Int]) -> Int { edges[0] * edges[1] * edges[2] }

    /// Each edge loses half to all of `percent`.
    private static func shorten(_ edges: [Int], percent: Int, _ below: (Int) -> Int) -> Size {
        var edges = edges.map { edge in
            percent == 0 ? edge : max(1, edge - edge * (percent * 50 + below(percent * 50 + 1)) / 10_000)
        }
        for index in [2, 1] { edges.swapAt(index, below(index + 1)) }
        return Size(lengthMM: edges[0], widthMM: edges[1], heightMM: edges[2])
    }
}
