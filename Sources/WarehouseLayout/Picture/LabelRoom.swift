internal import Drawing

/// What of a storey's picture is occupied, so that labels come to lie where nothing is.
///
/// Boxes are kept by the squares of a grid that they touch: a look-up meets only its neighbours.
struct LabelRoom {
    private struct Square: Hashable { let column, row: Int }

    /// What occupies room: some labels may lie over some of it.
    enum Kind {
        case text
        /// A shelf whose bins bear no text.
        case shelf
        /// A walkway beside the grid.
        case way
    }

    private let bounds: Box
    private let squareSide: Double
    private var occupied: [(box: Box, kind: Kind)] = []
    private var bySquare: [Square: [Int]] = [:]

    init(_ bounds: Box) {
        self.bounds = bounds
        // A box as long as the largest storey still touches few squares.
        squareSide = max(64, max(bounds.width, bounds.height) / 1_000)
    }

    mutating func occupy(_ box: Box, for kind: Kind = .text) {
        for square in squares(of: box) { bySquare[square, default: []].append(occupied.count) }
        occupied.append((box, kind))
    }

    /// Whether a box lies inside the storey and, with a little air around it, on nothing that is occupied, save
    /// of the kinds `over`.
    func isFree(_ box: Box, over: [Kind] = []) -> Bool {
        let wide = box.grown(by: 1.5)
        guard bounds.contains(wide) else { return false }
        return squares(of: wide).allSatisfy { square in
            (bySquare[square] ?? []).allSatisfy {
                over.contains(occupied[$0].kind) || !occupied[$0].box.overlaps(wide)
            }
        }
    }

    private func squares(of box: Box) -> [Square] {
        func index(_ place: Double) -> Int { Int((place / squareSide).rounded(.down)) }
        return (index(box.y)...index(box.y + box.height)).flatMap { row in
            (index(box.x)...index(box.x + box.width)).map { Square(column: $0, row: row) }
        }
    }
}
