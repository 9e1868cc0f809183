/// A bound where walks are longer one way than the other: everybody gets a successor, as cheaply as possible,
/// whether or not one cycle comes out.
///
/// Kuhn 1955, "The Hungarian method for the assignment problem", with shortest augmenting paths.
enum Assignment {
    /// - Complexity: O(n³) for n stops
    static func bound(of problem: WalkProblem) -> Int {
        let count = problem.nodeCount
        // Rows and columns are numbered from 1; row 0 stands for nobody.
        var (rowPrice, columnPrice) = (
            [Int](repeating: 0, count: count + 1), [Int](repeating: 0, count: count + 1)
        )
        var rowOfColumn = [Int](repeating: 0, count: count + 1)
        var before = [Int](repeating: 0, count: count + 1)
        for row in 1...count {
            rowOfColumn[0] = row
            var column = 0
            var least = [Int](repeating: .max, count: count + 1)
            var isUsed = [Bool](repeating: false, count: count + 1)
            repeat {
                isUsed[column] = true
                let here = rowOfColumn[column]
                var (delta, next) = (Int.max, 0)
                for other in 1...count where !isUsed[other] {
                    let cost = cost(problem, here - 1, other - 1) - rowPrice[here] - columnPrice[other]
                    if cost < least[other] { (least[other], before[other]) = (cost, column) }
                    if least[other] < delta { (delta, next) = (least[other], other) }
                }
                for other in 0...count {
                    if isUsed[other] {
                        rowPrice[rowOfColumn[other]] += delta
                        columnPrice[other] -= delta
                    } else if least[other] < .max {
                        least[other] -= delta
                    }
                }
                column = next
            } while rowOfColumn[column] != 0
            while column != 0 {
                rowOfColumn[column] = rowOfColumn[before[column]]
                column = before[column]
            }
        }
        return (1...count).reduce(0) { $0 + cost(problem, rowOfColumn[$1] - 1, $1 - 1) } - problem.surcharge
    }

    /// Nobody follows himself.
    private static func cost(_ problem: WalkProblem, _ from: Int, _ to: Int) -> Int {
        from == to ? 1 << 60 : problem.table[from * problem.nodeCount + to]
    }
}
