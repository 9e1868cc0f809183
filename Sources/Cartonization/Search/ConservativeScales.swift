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

    private let turnsOfKind: [Range<Int>]
    private let scales: [[Scale]]
    /// Marks between short and long that are tried for each scale along each axis.
    private static let marksMax = 4

    init(tables: PackingTables, box: Int, counts: [Int]) {
        turnsOfKind = (0..<tables.kindCount).map { kind in
            counts[kind] == 0 ? 0..<0 : Int(tables.kinds[kind].turnStart)..<Int(tables.kinds[kind].turnEnd)
        }
        let inside = tables.boxes[box]
        let turnCount = turnsOfKind.map(\.upperBound).max() ?? 0
        let used = turnsOfKind.flatMap { Array($0) }
        let turns = (0..<turnCount).map { tables.turns[$0] }
        scales = [
            Self.scales(turns.map { Int($0.x) }, used: used, whole: Int(inside.l)),
            Self.scales(turns.map { Int($0.y) }, used: used, whole: Int(inside.w)),
            Self.scales(turns.map { Int($0.z) }, used: used, whole: Int(inside.h)),
        ]
    }

    private static func scales(_ edges: [Int], used: [Int], whole: Int) -> [Scale] {
        let shorts = Set(used.map { edges[$0] }.flatMap { [$0, whole - $0 + 1] }.filter { $0 > 1 && 2 * $0 <= whole }).sorted()
        let most = min(marksMax, shorts.count)
        let marks = (0..<most).map { shorts[$0 * shorts.count / most] }
        var scales = [Scale(lengths: edges.map(Int32.init), whole: whole)]
        // Longer than a half counts as the whole, anything shorter as nothing.
        for mark in marks + [whole / 2 + 1] {
            let lengths = edges.map { edge in edge > whole - mark ? whole : edge < mark ? 0 : edge }
            scales.append(Scale(lengths: lengths.map(Int32.init), whole: whole))
        }
        for mark in marks {
            let steps = whole / mark
            let lengths = edges.map { edge in
                edge > whole ? 2 * steps
                    : 2 * edge > whole ? 2 * (steps - (whole - edge) / mark)
                    : 2 * edge == whole ? steps : 2 * (edge / mark)
            }
            scales.append(Scale(lengths: lengths.map(Int32.init), whole: 2 * steps))
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
                                    least, Int(x.lengths[turn]) &* Int(y.lengths[turn]) &* Int(z.lengths[turn]))
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
