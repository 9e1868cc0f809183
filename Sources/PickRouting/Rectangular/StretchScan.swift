/// Of the points with a call in one stretch: the nearest and the farthest from the front, and the widest gap between
/// neighbours.
struct StretchScan {
    private(set) var nearestY: Int32 = -1
    private(set) var farthestY: Int32 = -1
    /// The gap to be left out where the stretch is entered from both ends; 0 where there is none.
    private(set) var gapMM: Int32 = 0
    /// How many of the stretch's points lie before that gap.
    private(set) var gapRank: Int32 = 0

    var isEmpty: Bool { nearestY < 0 }

    /// - Parameters:
    ///   - words: of the whole grid, a bit for every point called at.
    ///   - barrierY: the gap across it is the one to leave out; -1 for none.
    /// - Complexity: O(points called at)
    @inline(__always)
    init(line: Int, of grid: PointGrid, words: UnsafePointer<UInt64>, barrierY: Int32) {
        var rank: Int32 = 0
        for word in Int(grid.firstWord[line])..<Int(grid.firstWord[line + 1]) {
            var left = words[word]
            while left != 0 {
                let y = grid.pointY[word * 64 + left.trailingZeroBitCount]
                left &= left - 1
                if nearestY < 0 {
                    nearestY = y
                } else if barrierY < 0 ? y - farthestY > gapMM : farthestY <= barrierY && barrierY < y {
                    gapMM = y - farthestY
                    gapRank = rank
                }
                farthestY = y
                rank += 1
            }
        }
    }
}
