internal import Common

/// The search for the parcels of one question.
///
/// It holds what all its steps share: the tables, the boxes under search, the effort left and the random
/// numbers. Each step stands in a file of its own.
final class PackingSearch {
    let parameters: Parameters
    let question: Question
    let tables: PackingTables
    let pool: FillPool
    let judge: Judge
    /// Least edges of all kinds: what no space may be smaller than while pieces come and go.
    let leastEdge: Lengths
    /// The pieces that are being placed.
    let sequence: PieceSequence
    /// What the scales last proved.
    var leastByScales: (counts: [Int], parcels: Int)?
    /// Patterns made so far, by kind and box type.
    var patterns: [Int: UniformPattern] = [:]
    /// For each ``PieceOrder``, the rank of each kind.
    let ranks: [[Int]]
    var random: SplitMix64
    /// Places tried so far, and the most that may be.
    var work = 0
    let effort: Int
    let deadline: Deadline?
    /// Whether the deadline ended the search while there was effort left.
    private(set) var isCut = false
    /// How many boxes of each type may still be used.
    var supply: [Int]
    /// Whether it is proven that no box holds what was last tried to pack into one.
    var isOneBoxExcluded = false
    /// Whether the answer found is proven to be the best.
    var isOptimal = false

    init(
        _ question: Question, judge: Judge, rules: PackingRules, supply: [Int], effort: Int, seed: UInt64,
        deadline: Deadline? = nil, parameters: Parameters = .standard
    ) {
        self.parameters = parameters
        self.question = question
        self.judge = judge
        self.effort = effort
        self.deadline = deadline
        self.supply = supply
        tables = PackingTables(question, boxes: judge.boxes, rules: rules)
        pool = FillPool(tables: tables)
        random = SplitMix64(seed: seed)
        leastEdge = (0..<question.kinds.count).map { [tables] in tables.leastEdges[$0] }
            .reduce(Lengths.endless) { $0.shorter($1) }
        sequence = PieceSequence(capacity: question.counts.reduce(0, +), tables: tables)
        ranks = PieceOrder.allCases.map { order in order.ranks(question.kinds) }
    }

    /// Whether more places may be tried; a deadline that has passed spends all effort.
    var hasEffort: Bool {
        guard work < effort else { return false }
        if let deadline, deadline.hasPassed {
            isCut = true
            work = effort
        }
        return work < effort
    }

    /// What holds for the inside of one fill.
    var limit: WorkLimit { WorkLimit(work: effort + parameters.overrun, deadline: deadline) }

    /// What holds for a fill that becomes part of the answer, however much effort has been spent.
    var limitOfOnlyFill: WorkLimit {
        WorkLimit(
            work: max(effort, work) + parameters.overrun + sequence.count * parameters.overrunPerPiece,
            deadline: deadline)
    }

    /// The pieces of `counts`, kind after kind, in `order`.
    func pieces(_ counts: [Int], by order: PieceOrder) -> [Int32] {
        let ranks = ranks[order.rawValue]
        let ranked = question.kinds.indices.filter { counts[$0] > 0 }.sorted {
            (ranks[$1], $0) < (ranks[$0], $1)
        }
        return ranked.flatMap { [Int32](repeating: Int32($0), count: counts[$0]) }
    }

    func weightG(_ counts: [Int]) -> Int {
        zip(question.kinds, counts).reduce(0) { $0 + $1.0.weightG * $1.1 }
    }

    func weightG(_ parcel: DraftParcel) -> Int {
        (parcel.placed + parcel.loose + parcel.pieces).reduce(0) { $0 + question.kinds[$1.kind].weightG }
    }

    /// The room that `counts` need at least, wherever they are: of each nesting kind one piece is whole.
    func volumeLeast(_ counts: [Int]) -> Int {
        if !tables.hasNests { return volume(counts) }
        return zip(question.kinds, counts).reduce(0) {
            let (kind, count) = ($1.0, $1.1)
            return count == 0 ? $0 : $0 + kind.size.volumeMM3 + (count - 1) * kind.nestedVolumeMM3
        }
    }

    func volume(_ counts: [Int]) -> Int {
        zip(question.kinds, counts).reduce(0) { $0 + $1.0.size.volumeMM3 * $1.1 }
    }
}
