/// Proofs that pieces do not fit: edges are measured by scales on which no row of pieces that fits a box gets
/// longer than the box, so that volumes measured so must fit, too.
///
/// Fekete and Schepers, "A general framework for bounds for higher-dimensional orthogonal packing problems"
/// (2004); the scales are theirs and those of Carlier, Clautiaux and Moukrim, "New reduction procedures and
/// lower bounds for the two-dimensional bin packing problem with fixed orientation" (2007).
struct ConservativeScales {
    /// What each turn of each kind measures along one axis, and the box.
    private struct Scale {
        var lengths: [Int32]
        var whole: Int
    }

    /// The turns in which each kind fits the box.
    private let turnsOfKind: [[Int]]
    private let scales: [[Scale]]
    /// Marks between short and long that are tried along each axis.
    private static let marksMax = 4

    /// - Parameter counts: pieces that each fit the box alone.
    init(tables: PackingTables, box: Int, counts: [Int]) {
        let inside = tables.boxes[box]
        let whole = Lengths(inside.l, inside.w, inside.h)
        turnsOfKind = (0..<tables.kindCount).map { kind in
            let facts = tables.kinds[kind]
            return (Int(facts.turnStart)..<Int(facts.turnEnd)).filter {
                counts[kind] > 0 && tables.turns[$0].areWithin(whole)
            }
        }
        let used = turnsOfKind.flatMap { $0 }
        let turns = (0..<((used.max() ?? -1) + 1)).map { tables.turns[$0] }
        scales = [
            Self.scales(turns.map { Int($0.x) }, used: used, whole: Int(inside.l)),
            Self.scales(turns.map { Int($0.y) }, used: used, whole: Int(inside.w)),
            Self.scales(turns.map { Int($0.z) }, used: used, whole: Int(inside.h)),
        ]
    }

    /// Lengths as they are; longer than a half as one and all others as nothing; for each mark, longer than all
    /// but the mark as the whole and shorter than the mark as nothing; and lengths counted in marks.
    private static func scales(_ edges: [Int], used: [Int], whole: Int) -> [Scale] {
        let shorts = Set(
            used.map { edges[$0] }.flatMap { [$0, whole - $0 + 1] }.filter { $0 > 1 && 2 * $0 <= whole }
        ).sorted()
        let most = min(marksMax, shorts.count)
        let marks = (0..<most).map { shorts[$0 * shorts.count / most] }
        func scale(_ whole: Int, _ length: (Int) -> Int) -> Scale {
            Scale(lengths: edges.map { Int32(length($0)) }, whole: whole)
        }
        var scales = [scale(whole) { $0 }, scale(1) { 2 * $0 > whole ? 1 : 0 }]
        for mark in marks {
            let steps = whole / mark
            scales.append(scale(whole) { $0 > whole - mark ? whole : $0 < mark ? 0 : $0 })
            scales.append(
                scale(2 * steps) { edge in
                    if 2 * edge == whole { return steps }
                    return 2 * edge < whole ? 2 * (edge / mark) : 2 * (steps - (whole - edge) / mark)
                })
        }
        return scales
    }

    /// Calls `body` for every choice of three scales with the volume of each kind, in whichever turn it is
    /// smallest, and of the box, until it returns true.
    private func contains(where body: (_ volumeOfKind: (Int) -> Int, _ whole: Int) -> Bool) -> Bool {
        for x in scales[0] {
            for y in scales[1] {
                for z in scales[2] {
                    let found = body(
                        { kind in
                            var least = Int.max
                            for turn in turnsOfKind[kind] {
                                least = min(
                                    least,
                                    Int(x.lengths[turn]) &* Int(y.lengths[turn]) &* Int(z.lengths[turn]))
                            }
                            return least
                        }, x.whole &* y.whole &* z.whole)
                    if found { return true }
                }
            }
        }
        return false
    }

    /// Whether it is proven that one box does not hold `counts`.
    func exclude(_ counts: [Int]) -> Bool {
        contains { volumeOfKind, whole in
            var volume = 0
            for (kind, count) in counts.enumerated() where count > 0 { volume += count &* volumeOfKind(kind) }
            return volume > whole
        }
    }

    /// No fewer boxes than this hold `counts`.
    func boxesLeast(_ counts: [Int]) -> Int {
        var least = 0
        _ = contains { volumeOfKind, whole in
            var volume = 0
            for (kind, count) in counts.enumerated() where count > 0 { volume += count &* volumeOfKind(kind) }
            least = max(least, (volume + whole - 1) / max(1, whole))
            return false
        }
        return least
    }
}
