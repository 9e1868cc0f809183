/// What the search reads about one question and its box types: flat tables without bounds checks.
///
/// The search asks for these numbers millions of times an order; the tables are built once.
final class PackingTables {
    struct KindFacts {
        var turnStart, turnEnd: Int32
        var volume: Int64
        var weightG: Int
        var isFragile, isStackable, isFloorOnly: Bool
        var stackMax: Int32
        var topLoadMax: Int64
        var nestMM: Int32
        /// The height of the upright kind, the only way in which it nests.
        var uprightHeight: Int32
        var groupBit, neverBits: UInt64
        /// Whether it may be turned every way.
        var isFree: Bool
    }

    struct BoxFacts {
        var l, w, h: Int32
        var volume: Int64
        var payloadG: Int
        var itemsMax: Int
    }

    let kindCount: Int
    let boxCount: Int
    let kinds: UnsafeMutablePointer<KindFacts>
    let turns: UnsafeMutablePointer<Lengths>
    let boxes: UnsafeMutablePointer<BoxFacts>
    /// The least edges of each kind in any of its turns.
    let leastEdges: UnsafeMutablePointer<Lengths>
    let supportShare: Int64
    let checksCentre: Bool
    /// Whether any kind limits what stands on it, in whatever way.
    let followsLoads: Bool
    /// Whether any kind limits the weight on it, so that loads must be followed down to the floor.
    let limitsWeight: Bool
    let hasFragile: Bool
    let hasNests: Bool
    /// Whether the turn that a score prefers may be a bad base for others: where support is asked for and pieces
    /// are not turned every way.
    let turnsMatter: Bool
    let filling = BoxFill.Parameters()
    /// For each kind, the lightest that packs just like it; where loads count, itself.
    let likenessOfKind: [Int]

    init(_ question: Question, boxes boxTypes: [BoxType], rules: PackingRules) {
        kindCount = question.kinds.count
        boxCount = boxTypes.count
        kinds = .allocate(capacity: max(1, kindCount))
        boxes = .allocate(capacity: boxCount)
        var allTurns: [Lengths] = []
        for (index, kind) in question.kinds.enumerated() {
            let start = allTurns.count
            allTurns += kind.rotation.placedSizes(of: kind.size).map {
                Lengths(Int32($0.lengthMM), Int32($0.widthMM), Int32($0.heightMM))
            }
            (kinds + index).initialize(to: Self.facts(of: kind, turns: start..<allTurns.count))
        }
        turns = .allocate(capacity: max(1, allTurns.count))
        turns.initialize(from: allTurns, count: allTurns.count)
        leastEdges = .allocate(capacity: max(1, kindCount))
        for index in 0..<kindCount {
            let facts = kinds[index]
            let least = allTurns[Int(facts.turnStart)..<Int(facts.turnEnd)].reduce(Lengths.endless) {
                $0.shorter($1)
            }
            let isNesting = facts.nestMM > 0
            (leastEdges + index).initialize(
                to: isNesting ? Lengths(least.x, least.y, min(least.z, facts.nestMM)) : least)
        }
        for (index, box) in boxTypes.enumerated() {
            let usable = box.usable
            (boxes + index).initialize(
                to: BoxFacts(
                    l: Int32(usable.lengthMM), w: Int32(usable.widthMM), h: Int32(usable.heightMM),
                    volume: Int64(usable.volumeMM3), payloadG: box.payloadMaxG, itemsMax: box.maxItems ?? .max
                ))
        }
        supportShare = Int64(rules.supportShare)
        checksCentre = rules.keepsCentreOverSupport && rules.supportShare > 0 && rules.supportShare <= 5_000
        followsLoads = question.kinds.contains(where: \.restrictsLoad)
        limitsWeight = question.kinds.contains { $0.topLoadMaxG != .max }
        hasFragile = question.kinds.contains(where: \.isFragile)
        hasNests = question.kinds.contains { $0.nestMM > 0 }
        turnsMatter = rules.supportShare > 0 && question.kinds.contains { $0.rotation != .any }
        likenessOfKind = followsLoads ? Array(question.kinds.indices) : Self.likenesses(question.kinds)
    }

    deinit {
        kinds.deallocate()
        turns.deallocate()
        leastEdges.deallocate()
        boxes.deallocate()
    }

    private static func facts(of kind: PieceKind, turns: Range<Int>) -> KindFacts {
        assert(!turns.isEmpty && turns.count <= Int8.max, "a kind has 1 to 6 turns")
        return KindFacts(
            turnStart: Int32(turns.lowerBound), turnEnd: Int32(turns.upperBound),
            volume: Int64(kind.size.volumeMM3), weightG: kind.weightG, isFragile: kind.isFragile,
            isStackable: kind.isStackable, isFloorOnly: kind.isFloorOnly,
            stackMax: Int32(clamping: kind.stackMax), topLoadMax: Load.units(ofG: kind.topLoadMaxG),
            nestMM: Int32(kind.nestMM), uprightHeight: Int32(kind.size.heightMM), groupBit: kind.groupBit,
            neverBits: kind.neverBits, isFree: kind.rotation == .any)
    }

    private static func likenesses(_ kinds: [PieceKind]) -> [Int] {
        var lightest: [PieceKind: Int] = [:]
        func likeness(_ kind: PieceKind) -> PieceKind {
            var likeness = kind
            (likeness.weightG, likeness.paddingMM) = (0, 0)
            return likeness
        }
        for (index, kind) in kinds.enumerated() {
            let known = lightest[likeness(kind)]
            if known.map({ kind.weightG < kinds[$0].weightG }) ?? true { lightest[likeness(kind)] = index }
        }
        // A stack of nested pieces is one kind's: bounds count each kind's first piece whole.
        return kinds.enumerated().map { $1.nestMM > 0 ? $0 : lightest[likeness($1)] ?? $0 }
    }

    /// Whether a piece of `kind` alone has room in an empty box of `box`.
    func fits(kind: Int, box: Int) -> Bool {
        assert(0..<kindCount ~= kind && 0..<boxCount ~= box, "the tables are not checked")
        let facts = kinds[kind]
        let inside = Lengths(boxes[box].l, boxes[box].w, boxes[box].h)
        return (facts.turnStart..<facts.turnEnd).contains { turns[Int($0)].areWithin(inside) }
    }
}
