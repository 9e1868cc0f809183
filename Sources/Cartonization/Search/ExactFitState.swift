/// What is known of each piece and each pair at one node of an ``ExactFit``.
struct ExactFitState {
    typealias PerPiece<Value> = InlineArray<12, Value>
    typealias PerPair<Value> = InlineArray<66, Value>

    /// Where a piece begins at the earliest and at the latest, and ends at the latest.
    private(set) var earliest = PerPiece<SIMD4<Int32>>(repeating: .zero)
    private(set) var latest: PerPiece<SIMD4<Int32>>
    private(set) var end: PerPiece<SIMD4<Int32>>
    /// The edges over the turns that are left.
    private(set) var least = PerPiece<SIMD4<Int32>>(repeating: .zero)
    private(set) var most = PerPiece<SIMD4<Int32>>(repeating: .zero)
    /// A bit for each turn that is left.
    var turns = PerPiece<UInt8>(repeating: 0)
    /// A bit for each relation that is not excluded: twice the axis where the first is before the second, one more
    /// where it is behind it.
    var possible = PerPair<UInt8>(repeating: 0b11_1111)
    /// The relation that must hold, as its bit; 0 while there is none.
    var chosen = PerPair<UInt8>(repeating: 0)
    private var isChanged = false

    /// Two pieces, the first with the lower index.
    struct Pair {
        let first, second: Int

        var number: Int { second * (second - 1) / 2 + first }
    }

    /// What is to be chosen next.
    enum Choice {
        case turn(Int)
        case relation(Pair)
    }

    init(_ fit: ExactFit) {
        latest = PerPiece(repeating: fit.inside)
        end = PerPiece(repeating: fit.inside)
        for piece in 0..<fit.count {
            assert(fit.turns[piece].count <= 8, "a bit for each turn")
            turns[piece] = UInt8(truncatingIfNeeded: 1 << fit.turns[piece].count - 1)
        }
    }

    /// Draws all conclusions from what is chosen.
    ///
    /// - Returns: false where it leads to a contradiction.
    mutating func propagate(_ fit: ExactFit) -> Bool {
        repeat {
            isChanged = false
            for piece in 0..<fit.count where !narrowTurns(of: piece, fit) { return false }
            for piece in 1..<max(1, fit.count) {
                if fit.isLikePrevious[piece] { narrowOrder(piece - 1, piece) }
                for first in 0..<piece where !propagate(Pair(first: first, second: piece)) { return false }
            }
        } while isChanged
        return hasRoom(fit)
    }

    private mutating func narrowTurns(of piece: Int, _ fit: ExactFit) -> Bool {
        var (short, long) = (SIMD4<Int32>(repeating: .max), SIMD4<Int32>.zero)
        let room = end[piece] &- earliest[piece]
        for (turn, edges) in fit.turns[piece].enumerated() where turns[piece] >> turn & 1 != 0 {
            if any(edges .> room) {
                turns[piece] &= ~(1 << UInt8(truncatingIfNeeded: turn))
                isChanged = true
            } else {
                short = pointwiseMin(short, edges)
                long = pointwiseMax(long, edges)
            }
        }
        if turns[piece] == 0 { return false }
        (least[piece], most[piece]) = (short, long)
        narrow(piece, latest: end[piece] &- short)
        // Mirrored along an axis a packing stays one, so the first piece lies in the nearer half.
        if piece == 0 { narrow(piece, latest: (fit.inside &- short) / 2) }
        return all(earliest[piece] .<= latest[piece])
    }

    /// Like pieces are interchangeable: they are numbered from the left to the right.
    private mutating func narrowOrder(_ left: Int, _ right: Int) {
        narrow(right, earliest: earliest[right].replacing(with: earliest[left].x, at: 0))
        narrow(left, latest: latest[left].replacing(with: latest[right].x, at: 0))
    }

    private mutating func propagate(_ pair: Pair) -> Bool {
        let number = pair.number
        for axis in 0..<3 {
            for side in 0..<2 {
                let bit = UInt8(truncatingIfNeeded: 1 << (2 * axis + side))
                let (front, back) = side == 0 ? (pair.first, pair.second) : (pair.second, pair.first)
                if possible[number] & bit == 0 {
                    forbid(front, before: back, axis)
                } else if earliest[front][axis] &+ least[front][axis] > latest[back][axis] {
                    possible[number] &= ~bit
                    isChanged = true
                }
            }
        }
        let left = possible[number]
        if left & (left &- 1) == 0 { chosen[number] = left }
        if left == 0 || chosen[number] & ~left != 0 { return false }
        impose(pair, chosen[number])
        return true
    }

    /// The front piece ends where the back one begins, or before.
    private mutating func impose(_ pair: Pair, _ relation: UInt8) {
        if relation == 0 { return }
        assert(relation.nonzeroBitCount == 1 && relation < 1 << 6, "one of six relations")
        let (axis, side) = relation.trailingZeroBitCount.quotientAndRemainder(dividingBy: 2)
        let (front, back) = side == 0 ? (pair.first, pair.second) : (pair.second, pair.first)
        narrow(
            back,
            earliest: earliest[back].replacing(with: earliest[front][axis] &+ least[front][axis], at: axis))
        let limit = latest[back][axis]
        if limit < end[front][axis] {
            end[front][axis] = limit
            isChanged = true
        }
    }

    /// The back piece begins before the front one ends.
    private mutating func forbid(_ front: Int, before back: Int, _ axis: Int) {
        let begin = earliest[back][axis] &- most[front][axis] &+ 1
        narrow(front, earliest: earliest[front].replacing(with: begin, at: axis))
        let limit = latest[front][axis] &+ most[front][axis] &- 1
        narrow(back, latest: latest[back].replacing(with: limit, at: axis))
    }

    private mutating func narrow(_ piece: Int, earliest places: SIMD4<Int32>) {
        guard any(places .> earliest[piece]) else { return }
        earliest[piece] = pointwiseMax(earliest[piece], places)
        isChanged = true
    }

    private mutating func narrow(_ piece: Int, latest places: SIMD4<Int32>) {
        guard any(places .< latest[piece]) else { return }
        latest[piece] = pointwiseMin(latest[piece], places)
        isChanged = true
    }
}

extension SIMD4<Int32> {
    @inline(__always)
    fileprivate func replacing(with value: Int32, at axis: Int) -> Self {
        var copy = self
        copy[axis] = value
        return copy
    }
}
