import WarehouseLayout

/// Measures the shortest walk through sets of places on a rectangular floor: the aisle program without its
/// memory of how a walk came about.
///
///     if let meter = planner.meter(from: depot, to: depot, places: places) {
///         meter.lengthMM(of: meter.set(of: [0, 2]))       // the walk through the first and the third place
///     }
///
/// A meter is used by one search at a time.
public final class WalkMeter {
    /// By the places given, the bit that stands for each.
    let bits: [Int]
    let wordCount: Int
    private let grid: PointGrid
    private let program: AisleProgram<UInt32>
    private let ends: WalkEnds
    private let spursMM: Int
    private let isRound: Bool
    private let words: FlatArray<UInt64>

    /// Nil where a place is off the floor or stands on a spur: places on one spur need not share their bit.
    init?(from start: PlaceID, to end: PlaceID, places: [PlaceID], on floor: RectangularFloor) {
        let all = places + [start, end]
        guard all.allSatisfy({ floor.points[$0.index].isOnGrid }),
            places.allSatisfy({ floor.points[$0.index].spurMM == 0 })
        else { return nil }
        grid = PointGrid(places: all, hasAllAisles: false, on: floor)
        bits = grid.bits.dropLast(2).map { Int($0) }
        wordCount = grid.wordCount
        ends = WalkEnds(start: Int(grid.bits[places.count]), end: Int(grid.bits[places.count + 1]), on: grid)
        program = AisleProgram(grid: grid, isOpen: ends.isOpen)
        isRound = start == end
        spursMM = Int(floor.points[start.index].spurMM) + Int(floor.points[end.index].spurMM)
        words = FlatArray(repeating: 0, count: grid.wordCount)
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
        var isEmpty = true
        for word in 0..<wordCount {
            words[word] = set.words[word]
            if set.words[word] != 0 { isEmpty = false }
        }
        if isRound, isEmpty { return 0 }
        for bit in [ends.start, ends.end] { words[bit >> 6] |= 1 << UInt64(bit & 63) }
        let line = LineWalk(words.base, ends, on: grid)
        return (line?.lengthMM ?? Int(program.solve(words.base, ends: ends))) + spursMM
    }
}
