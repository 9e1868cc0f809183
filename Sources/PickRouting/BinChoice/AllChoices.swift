import WarehouseLayout

/// Every way to fill all lines in which no bin is needless, where these are few enough to be tried one by
/// one.
///
/// A walk through fewer places is never longer, so the shortest of them is the best of all choices.
struct AllChoices {
    /// The subsets of more candidates are too many to be tried.
    private static let candidatesMax = 12

    private let lines: [PickLine]
    /// By line: the sets of candidates that fill it.
    private let byLine: [[[Int]]]

    /// Nil where there are more than `countMax` choices.
    ///
    /// - Complexity: O(lines · 2^12) at most
    init?(_ lines: [PickLine], countMax: Int) {
        self.lines = lines
        var count = 1
        var byLine: [[[Int]]] = []
        for line in lines {
            guard let ways = Self.ways(toFill: line) else { return nil }
            count *= ways.count
            guard count <= countMax else { return nil }
            byLine.append(ways)
        }
        self.byLine = byLine
    }

    /// Nil where the candidates are too many.
    private static func ways(toFill line: PickLine) -> [[Int]]? {
        let usable = line.candidates.indices.filter { line.candidates[$0].available > 0 }
        let offered = line.offered
        if usable.allSatisfy({ offered - line.candidates[$0].available < line.quantity }) { return [usable] }
        guard usable.count <= candidatesMax else { return nil }
        return (0..<(1 << usable.count)).compactMap { subset in
            let chosen = usable.indices.filter { subset >> $0 & 1 == 1 }.map { usable[$0] }
            let held = chosen.reduce(0) { $0 + line.candidates[$1].available }
            let isTight = chosen.allSatisfy { held - line.candidates[$0].available < line.quantity }
            return held >= line.quantity && isTight ? chosen : nil
        }
    }

    /// The choice with the shortest walk, by line; the first of them among equals.
    ///
    /// - Complexity: one measure a choice
    func shortest(by measure: WalkMeasure) -> (chosen: [[Int]], lengthMM: Int) {
        var best: (chosen: [[Int]], lengthMM: Int) = ([], .max)
        var chosen: [[Int]] = []
        func extend(_ places: PlaceSet) {
            guard chosen.count < lines.count else {
                let lengthMM = measure.lengthMM(of: places)
                if lengthMM < best.lengthMM { best = (chosen, lengthMM) }
                return
            }
            let line = chosen.count
            for way in byLine[line] {
                var more = places
                for candidate in way { more.insert(measure.bit(of: lines[line].candidates[candidate].place)) }
                chosen.append(way)
                extend(more)
                chosen.removeLast()
            }
        }
        extend(PlaceSet(wordCount: measure.wordCount))
        return best
    }
}
