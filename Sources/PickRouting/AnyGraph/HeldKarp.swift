/// The shortest walk through all stops by dynamic programming over subsets; distances may differ by direction.
///
/// Held and Karp 1962, "A dynamic programming approach to sequencing problems".
enum HeldKarp {
    /// 4,096 subsets × 12 stops stay within a millisecond.
    static let stopsMax = 12

    /// - Complexity: O(2ⁿ n²) for n stops
    /// - Precondition: `problem.stopCount` is at most `stopsMax`.
    static func order(of problem: WalkProblem) -> [Int] {
        let count = problem.stopCount
        precondition(count <= stopsMax, "\(count) stops")
        guard count > 1 else { return Array(0..<count) }
        let subsets = 1 << count
        let width = problem.nodeCount
        // reach[subset * count + last]: least walk from the start through the subset, ending at its stop `last`.
        var reach = [Int](repeating: .max, count: subsets * count)
        var before = [UInt8](repeating: 0, count: subsets * count)
        problem.table.withUnsafeBufferPointer { table in
            reach.withUnsafeMutableBufferPointer { reach in
                before.withUnsafeMutableBufferPointer { before in
                    for stop in 0..<count {
                        reach[(1 << stop) * count + stop] = table[problem.start * width + stop]
                    }
                    for subset in 1..<subsets {
                        for last in 0..<count where subset >> last & 1 == 1 {
                            let soFar = reach[subset * count + last]
                            var open = ~subset & (subsets - 1)
                            while open != 0 {
                                let next = open.trailingZeroBitCount
                                open &= open - 1
                                let cell = (subset | 1 << next) * count + next
                                let length = soFar + table[last * width + next]
                                if length < reach[cell] {
                                    reach[cell] = length
                                    before[cell] = UInt8(truncatingIfNeeded: last)
                                }
                            }
                        }
                    }
                }
            }
        }
        let all = subsets - 1
        var last = 0
        var best = Int.max
        for stop in 0..<count {
            let length = reach[all * count + stop] + problem.table[stop * width + problem.end]
            if length < best { (best, last) = (length, stop) }
        }
        return walkBack(from: last, subset: all, before: before, count: count)
    }

    private static func walkBack(from end: Int, subset: Int, before: [UInt8], count: Int) -> [Int] {
        var order: [Int] = []
        var last = end
        var left = subset
        while left != 0 {
            order.append(last)
            let previous = Int(before[left * count + last])
            left &= ~(1 << last)
            last = previous
        }
        return order.reversed()
    }
}
