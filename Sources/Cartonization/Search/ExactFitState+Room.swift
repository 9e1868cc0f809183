/// Proofs by volume: what must lie between two planes across the box has no more room than there is.
///
/// The energetic reasoning of Baptiste, Le Pape and Nuijten, "Constraint-based scheduling" (2001), along each axis.
extension ExactFitState {
    /// Whether no slab of the box is asked to hold more than its volume.
    ///
    /// - Complexity: the cube of the number of pieces.
    func hasRoom(_ fit: ExactFit) -> Bool {
        (0..<3).allSatisfy { axis in
            let across = ((axis + 1) % 3, (axis + 2) % 3)
            let whole = Int64(fit.inside[across.0]) &* Int64(fit.inside[across.1])
            var area = PerPiece<Int64>(repeating: 0)
            for piece in 0..<fit.count {
                area[piece] = Int64(least[piece][across.0]) &* Int64(least[piece][across.1])
            }
            for left in 0..<fit.count {
                for right in 0..<fit.count {
                    let (from, to) = (earliest[left][axis], end[right][axis])
                    guard from < to else { continue }
                    var volume: Int64 = 0
                    for piece in 0..<fit.count {
                        volume &+= area[piece] &* Int64(inevitable(piece, from, to, axis))
                    }
                    if volume > whole &* Int64(to &- from) { return false }
                }
            }
            return true
        }
    }

    /// How much of a piece lies between `from` and `to`, wherever it begins.
    @inline(__always)
    private func inevitable(_ piece: Int, _ from: Int32, _ to: Int32, _ axis: Int) -> Int32 {
        let length = least[piece][axis]
        let early = earliest[piece][axis] &+ length &- from
        let late = to &- latest[piece][axis]
        return max(0, min(min(length, to &- from), min(early, late)))
    }
}
