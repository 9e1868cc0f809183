/// Many equal rectangles in a large one.
///
/// Grids of equally turned rectangles, and five such grids around one another: Bischoff and Dowsland, "An
/// application of the micro to product design and distribution" (1982).
///
///     ┌─────┬─────────┐
///     │  1  │    2    │
///     │     ├───┬─────┤
///     │     │ 3 │     │
///     ├─────┴───┤  5  │
///     │    4    │     │
///     └─────────┴─────┘
struct RectanglePattern {
    /// A grid of rectangles with one corner at (`x`, `y`).
    struct Grid {
        var x, y, width, depth, columns, rows: Int
    }

    private(set) var grids: [Grid] = []
    private(set) var count = 0

    /// - Parameters:
    ///   - footprints: the ways in which a rectangle may lie; one or two.
    ///   - effort: how many ways to cut the large one are compared at most.
    ///   - work: grows by the number of ways compared.
    init(_ width: Int, _ depth: Int, footprints: [(width: Int, depth: Int)], effort: Int, work: inout Int) {
        guard footprints.contains(where: { $0.width <= width && $0.depth <= depth }) else { return }
        let search = FiveGrids(width, depth, footprints: footprints)
        grids = search.grids(search.bestCuts(effort: effort, work: &work))
        count = grids.reduce(0) { $0 + $1.columns * $1.rows }
    }
}

/// The search for the cuts between five grids.
private struct FiveGrids {
    /// Where grid 1 ends and grid 5 begins, where grid 4 ends and grid 2 begins.
    struct Cuts {
        var x1 = 0, x2 = 0, y1 = 0, y2 = 0
    }

    private let width, depth: Int
    private let footprints: [(width: Int, depth: Int)]
    /// For each way to lie, how many rectangles fit side by side in each length.
    private let columns, rows: [[Int32]]
    /// Sums of edges: no other cuts are of use.
    private let xs, ys: [Int]
    /// Of more sums, those that are evenly apart are tried: rectangles so small fill any grid.
    private static let sumsMax = 48

    init(_ width: Int, _ depth: Int, footprints: [(width: Int, depth: Int)]) {
        (self.width, self.depth, self.footprints) = (width, depth, footprints)
        columns = footprints.map { footprint in (0...width).map { Int32($0 / footprint.width) } }
        rows = footprints.map { footprint in (0...depth).map { Int32($0 / footprint.depth) } }
        xs = Self.sums(of: footprints.map(\.width), upTo: width)
        ys = Self.sums(of: footprints.map(\.depth), upTo: depth)
    }

    private static func sums(of edges: [Int], upTo limit: Int) -> [Int] {
        var isSum = [Bool](repeating: false, count: limit + 1)
        isSum[0] = true
        for length in 0...limit where isSum[length] {
            for edge in edges where length + edge <= limit { isSum[length + edge] = true }
        }
        let sums = isSum.indices.filter { isSum[$0] }
        return sums.count <= sumsMax ? sums : (0..<sumsMax).map { sums[$0 * sums.count / sumsMax] }
    }

    /// The most rectangles in one grid.
    @inline(__always)
    private func grid(_ width: Int, _ depth: Int) -> Int {
        let most = columns[0][width] &* rows[0][depth]
        return Int(columns.count == 1 ? most : max(most, columns[1][width] &* rows[1][depth]))
    }

    /// The cuts that leave room for most; none where one grid alone is as good.
    func bestCuts(effort: Int, work: inout Int) -> Cuts {
        let area = footprints[0].width * footprints[0].depth
        let most = width * depth / area
        var best = grid(width, depth)
        var cuts = Cuts()
        let end = work + effort
        for x1 in xs {
            for y1 in ys {
                let first = grid(x1, depth - y1)
                for x2 in xs where x2 >= x1 {
                    if best == most || work >= end { return cuts }
                    let two = first + grid(x2, y1)
                    work += 1
                    if two + ((width - x1) * depth - (x2 - x1) * y1) / area <= best { continue }
                    for y2 in ys where y2 >= y1 {
                        let all =
                            two + grid(width - x1, depth - y2) + grid(x2 - x1, y2 - y1) + grid(width - x2, y2)
                        if all > best { (best, cuts) = (all, Cuts(x1: x1, x2: x2, y1: y1, y2: y2)) }
                    }
                    work += ys.count
                }
            }
        }
        return cuts
    }

    func grids(_ cuts: Cuts) -> [RectanglePattern.Grid] {
        let (x1, x2, y1, y2) = (cuts.x1, cuts.x2, cuts.y1, cuts.y2)
        let regions = [
            (0, y1, x1, depth - y1), (x1, y2, width - x1, depth - y2), (x1, y1, x2 - x1, y2 - y1),
            (0, 0, x2, y1),
            (x2, 0, width - x2, y2),
        ]
        return regions.compactMap { x, y, width, depth in
            let best = footprints.max {
                (width / $0.width) * (depth / $0.depth) < (width / $1.width) * (depth / $1.depth)
            }
            guard let best, width >= best.width, depth >= best.depth else { return nil }
            return RectanglePattern.Grid(
                x: x, y: y, width: best.width, depth: best.depth, columns: width / best.width,
                rows: depth / best.depth)
        }
    }
}
