/// The pieces in the order in which they are tried, and for each the least edges from there on.
///
/// One sequence serves a search from end to end: it is filled and arranged again and again in the same memory.
final class PieceSequence {
    private(set) var kinds: UnsafeMutablePointer<Int32>
    /// For each piece the only one of its turns that is to be tried, counted from 0; -1 for all.
    private(set) var turns: UnsafeMutablePointer<Int8>
    private(set) var count = 0
    /// The positions of the pieces that found no place when a box was last filled.
    private(set) var rest: UnsafeMutablePointer<Int32>
    private(set) var restCount = 0
    private var leastEdges: UnsafeMutablePointer<Lengths>
    private var keys: UnsafeMutablePointer<UInt64>
    private let tables: PackingTables
    private let capacity: Int

    /// - Parameter capacity: the most pieces that it will ever hold.
    init(capacity: Int, tables: PackingTables) {
        self.tables = tables
        self.capacity = capacity
        kinds = .allocate(capacity: capacity + 1)
        turns = .allocate(capacity: capacity + 1)
        rest = .allocate(capacity: capacity + 1)
        leastEdges = .allocate(capacity: capacity + 1)
        keys = .allocate(capacity: capacity + 1)
    }

    deinit {
        kinds.deallocate()
        turns.deallocate()
        rest.deallocate()
        leastEdges.deallocate()
        keys.deallocate()
    }

    func removeAll() { count = 0 }

    @inline(__always)
    func append(_ kind: Int32) {
        assert(count < capacity, "more pieces than there is memory for")
        kinds[count] = kind
        turns[count] = -1
        count &+= 1
    }

    func set(_ pieces: [Int32]) {
        assert(pieces.count <= capacity, "more pieces than there is memory for")
        count = pieces.count
        for index in 0..<count { kinds[index] = pieces[index] }
        tryAllTurns()
    }

    func setTurn(_ turn: Int, of position: Int) {
        assert(0..<count ~= position && -1...5 ~= turn, "turn \(turn) of piece \(position)")
        turns[position] = Int8(truncatingIfNeeded: turn)
    }

    private func tryAllTurns() {
        for index in 0..<count { turns[index] = -1 }
    }

    func set(_ other: PieceSequence) {
        assert(other.count <= capacity, "more pieces than there is memory for")
        count = other.count
        kinds.update(from: other.kinds, count: count)
        turns.update(from: other.turns, count: count)
    }

    /// Moves a piece towards the front.
    func move(from position: Int, to front: Int) {
        assert(0...position ~= front && position < count, "towards the front")
        let (kind, turn) = (kinds[position], turns[position])
        var index = position
        while index > front {
            kinds[index] = kinds[index &- 1]
            turns[index] = turns[index &- 1]
            index &-= 1
        }
        (kinds[front], turns[front]) = (kind, turn)
    }

    func swap(_ one: Int, _ other: Int) {
        assert(0..<count ~= one && 0..<count ~= other, "pieces \(one) and \(other) of \(count)")
        (kinds[one], kinds[other]) = (kinds[other], kinds[one])
        (turns[one], turns[other]) = (turns[other], turns[one])
    }

    /// Room for the positions of ``PackingLimits/pieces``.
    private static let positionBits: UInt64 = 15

    /// Sorts by falling rank; pieces of equal rank keep their order.
    ///
    /// - Parameter rank: asked once for each piece; below 2⁴⁸.
    @inline(__always)
    func sort(rank: (Int32) -> Int) {
        assert(count <= 1 << Self.positionBits, "a position needs more bits")
        // The complement of the rank, and the position below it: no two keys are equal.
        for index in 0..<count {
            let rank = rank(kinds[index])
            assert(0..<1 << 48 ~= rank, "a rank needs more than 48 bits")
            keys[index] =
                UInt64(truncatingIfNeeded: ~rank) << Self.positionBits | UInt64(truncatingIfNeeded: index)
        }
        sortKeys()
        for index in 0..<count { rest[index] = kinds[index] }
        for index in 0..<count { kinds[index] = rest[Int(keys[index] & (1 << Self.positionBits - 1))] }
    }

    private static let insertionMax = 64

    /// By insertion where there are few, which is what most boxes hold.
    private func sortKeys() {
        if count > Self.insertionMax {
            var keys = UnsafeMutableBufferPointer(start: keys, count: count)
            return keys.sort()
        }
        for index in 0..<count {
            let key = keys[index]
            var place = index
            while place > 0 && keys[place &- 1] > key {
                keys[place] = keys[place &- 1]
                place &-= 1
            }
            keys[place] = key
        }
    }

    /// All pieces, in their order.
    var all: [Int32] { (0..<count).map { kinds[$0] } }

    /// Those that found no place, in their order.
    var restKinds: [Int32] { (0..<restCount).map { kinds[Int(rest[$0])] } }

    /// Drops the pieces that found a place.
    func keepRest() {
        for index in 0..<restCount { kinds[index] = kinds[Int(rest[index])] }
        count = restCount
        tryAllTurns()
    }

    /// To be called when the pieces have been arranged, before a box is filled.
    ///
    /// - Parameter later: the least edges of what is to be placed after them.
    func measure(later: Lengths = .endless) {
        var least = later
        leastEdges[count] = least
        var position = count
        while position > 0 {
            position &-= 1
            least = least.shorter(tables.leastEdges[Int(kinds[position])])
            leastEdges[position] = least
        }
        restCount = 0
    }

    /// The least edges, along each axis, of the pieces from `position` on.
    @inline(__always)
    func leastEdge(from position: Int) -> Lengths { leastEdges[position] }

    /// Whether all pieces are of one kind.
    var isUniform: Bool { (0..<count).allSatisfy { kinds[$0] == kinds[0] } }

    /// Makes all but the first `placed` pieces the rest.
    func leaveAll(after placed: Int) {
        assert(0...count ~= placed, "\(placed) of \(count) placed")
        restCount = 0
        for position in placed..<count { leave(position) }
    }

    @inline(__always)
    func leave(_ position: Int) {
        assert(0..<count ~= position && restCount < count, "a piece is left once")
        rest[restCount] = Int32(truncatingIfNeeded: position)
        restCount &+= 1
    }
}
