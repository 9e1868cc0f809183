/// The search for the parcels of one question.
///
/// It holds what all its steps share: the tables, the boxes under search, the effort left and the random
/// numbers. Each step stands in a file of its own.
final class PackingSearch {
    let question: Question
    let tables: PackingTables
    let pool: FillPool
    let judge: Judge
    let leastEdgesOfKind: [Turn]
    /// Least edges of all kinds: what no space may be smaller than while pieces come and go.
    let leastEdge: Turn
    /// For each ``PieceOrder``, the rank of each kind.
    let ranks: [[Double]]
    var random: SplitMix64
    /// Places looked at so far, and the most that may be.
    var work = 0
    let effort: Int
    let fuse: Fuse?
    /// Whether the fuse ended the search while there was effort left.
    private(set) var isCut = false
    /// How many boxes of each type may still be used.
    var supply: [Int]
    /// Whether the answer found is proven to be the best.
    var isOptimal = false

    init(
        _ question: Question, judge: Judge, rules: PackingRules, supply: [Int], effort: Int, seed: UInt64,
        fuse: Fuse? = nil
    ) {
        self.question = question
        self.judge = judge
        self.effort = effort
        self.fuse = fuse
        self.supply = supply
        tables = PackingTables(question, boxes: judge.boxes, rules: rules)
        pool = FillPool(tables: tables)
        random = SplitMix64(seed: seed)
        let tables = tables
        let leastEdges = question.kinds.indices.map { Self.leastEdge(of: $0, in: tables) }
        leastEdgesOfKind = leastEdges
        leastEdge = leastEdges.reduce(Turn(l: .max, w: .max, h: .max)) {
            Turn(l: min($0.l, $1.l), w: min($0.w, $1.w), h: min($0.h, $1.h))
        }
        ranks = PieceOrder.allCases.map { order in question.kinds.map { Double(order.rank($0)) } }
    }

    private static func leastEdge(of kind: Int, in tables: PackingTables) -> Turn {
        let facts = tables.kinds[kind]
        var least = Turn(l: .max, w: .max, h: facts.nestMM > 0 ? facts.nestMM : .max)
        for index in Int(facts.turnStart)..<Int(facts.turnEnd) {
            let turn = tables.turns[index]
            least = Turn(l: min(least.l, turn.l), w: min(least.w, turn.w), h: min(least.h, turn.h))
        }
        return least
    }

    /// Whether there are places left to look at; a blown fuse spends them all.
    var hasEffort: Bool {
        guard work < effort else { return false }
        if let fuse, fuse.hasBlown {
            isCut = true
            work = effort
        }
        return work < effort
    }

    /// The pieces of `counts`, kind after kind, in `order`.
    func sequence(_ counts: [Int], by order: PieceOrder) -> PieceSequence {
        let ranked = question.kinds.indices.sorted {
            (-order.rank(question.kinds[$0]), $0) < (-order.rank(question.kinds[$1]), $1)
        }
        let kinds = ranked.flatMap { [Int32](repeating: Int32($0), count: counts[$0]) }
        return PieceSequence(kinds, leastEdgesOfKind: leastEdgesOfKind)
    }

    func weightG(_ counts: [Int]) -> Int {
        zip(question.kinds, counts).reduce(0) { $0 + $1.0.weightG * $1.1 }
    }

    func weightG(_ parcel: DraftParcel) -> Int {
        parcel.pieces.reduce(0) { $0 + question.kinds[$1.kind].weightG }
    }

    func volume(_ counts: [Int]) -> Int {
        zip(question.kinds, counts).reduce(0) { $0 + $1.0.size.volumeMM3 * $1.1 }
    }
}
