import WarehouseLayout

/// Measures the shortest walk through sets of places on a rectangular floor, closures and spurs included: the aisle
/// program without the history from which a walk is read.
///
///     if let meter = planner.meter(from: depot, to: depot, places: places) {
///         meter.lengthMM(of: meter.set(of: [0, 2]))       // the walk through the first and the third place
///     }
///
/// A meter is used by one search at a time.
public final class WalkMeter {
    /// By the places given, the bit that stands for each.
    let bits: [Int]
    /// The grid's words, then those of the places on spurs.
    let wordCount: Int
    private let grid: PointGrid
    private let program: AisleProgram<UInt32>
    private let ends: WalkEnds
    private let endSpursMM: Int
    private let isRound: Bool
    private let words: FlatArray<UInt64>
    /// Places on spurs have bits of their own: each spur is walked in and out, even where others leave the aisle
    /// at the same point.
    private let spurs: FlatArray<Spur>

    private struct Spur: BitwiseCopyable {
        let bit: Int32
        let inAndOutMM: Int32
    }

    /// Nil where a place is off the floor.
    init?(from start: PlaceID, to end: PlaceID, places: [PlaceID], on floor: RectangularFloor) {
        let all = places + [start, end]
        guard all.allSatisfy({ floor.points[$0.index].isOnGrid }) else { return nil }
        // A way between two points that both stand between aisles may lead through any aisle.
        let between = all.count { floor.points[$0.index].frontY == RectangularFloor.GridPoint.between }
        let grid = PointGrid(places: all, hasAllAisles: between > 1, on: floor)
        var spurs: [Spur] = []
        bits = places.indices.map { index in
            let (place, bit) = (places[index], grid.bits[index])
            let spurMM = floor.points[place.index].spurMM
            if spurMM == 0 { return Int(bit) }
            spurs.append(Spur(bit: bit, inAndOutMM: place == start || place == end ? 0 : 2 * spurMM))
            return grid.wordCount * 64 + spurs.count - 1
        }
        wordCount = grid.wordCount + (spurs.count + 63) / 64
        ends = WalkEnds(start: Int(grid.bits[places.count]), end: Int(grid.bits[places.count + 1]), on: grid)
        program = AisleProgram(grid: grid, isOpen: ends.isOpen)
        isRound = start == end
        endSpursMM = Int(floor.points[start.index].spurMM) + Int(floor.points[end.index].spurMM)
        words = FlatArray(repeating: 0, count: grid.wordCount)
        self.spurs = FlatArray(spurs)
        self.grid = grid
    }

    /// The set of some of the places given, by their indices.
    public func set(of members: some Sequence<Int>) -> PlaceSet {
        var set = PlaceSet(wordCount: wordCount)
        for member in members { set.insert(bits[member]) }
        return set
    }

    /// The length of the shortest walk through a set of places, in millimetres.
    ///
    /// - Complexity: O(columns · crossAisles · states)
    public func lengthMM(of set: PlaceSet) -> Int {
        precondition(set.words.count == wordCount, "a set of another meter")
        var any: UInt64 = 0
        for word in 0..<words.count {
            words[word] = set.words[word]
            any |= set.words[word]
        }
        var spursMM = 0
        for word in words.count..<wordCount {
            var left = set.words[word]
            while left != 0 {
                let spur = spurs[(word - words.count) * 64 + left.trailingZeroBitCount]
                left &= left - 1
                mark(Int(spur.bit))
                spursMM += Int(spur.inAndOutMM)
                // A walk that starts and ends where the stops are does not leave the spur.
                if !isRound || spur.inAndOutMM > 0 { any = 1 }
            }
        }
        if isRound, any == 0 { return 0 }
        mark(ends.start)
        mark(ends.end)
        let line = LineWalk(words.base, ends, on: grid)
        return (line?.lengthMM ?? Int(program.solve(words.base, ends: ends))) + spursMM + endSpursMM
    }

    @inline(__always)
    private func mark(_ bit: Int) { words[bit >> 6] |= 1 << UInt64(truncatingIfNeeded: bit & 63) }
}
