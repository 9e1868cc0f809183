/// One cycle out of the many of an assignment: the two largest are joined where that costs least, until one is
/// left.
///
/// Karp 1979, "A patching algorithm for the nonsymmetric traveling-salesman problem".
enum PatchedCycles {
    /// - Complexity: O(n²) for n nodes
    static func nodes(of assignment: borrowing Assignment, table: borrowing FlatArray<Int>) -> [Int] {
        let count = assignment.count
        var isSeen = [Bool](repeating: false, count: count)
        var cycles: [[Int]] = []
        for first in 0..<count where !isSeen[first] {
            var cycle: [Int] = []
            var node = first
            while !isSeen[node] {
                isSeen[node] = true
                cycle.append(node)
                node = Int(assignment.successor[node])
            }
            cycles.append(cycle)
        }
        cycles.sort { ($1.count, $0[0]) < ($0.count, $1[0]) }
        var joined = cycles[0]
        for cycle in cycles.dropFirst() { join(cycle, to: &joined, table, count) }
        return joined
    }

    private static func join(
        _ cycle: [Int], to joined: inout [Int], _ table: borrowing FlatArray<Int>, _ count: Int
    ) {
        var (least, outer, inner) = (Int.max, 0, 0)
        for (place, node) in joined.enumerated() {
            let next = joined[place + 1 == joined.count ? 0 : place + 1]
            for (other, from) in cycle.enumerated() {
                let to = cycle[other + 1 == cycle.count ? 0 : other + 1]
                let cost =
                    table[node * count + to] + table[from * count + next] - table[node * count + next]
                    - table[from * count + to]
                if cost < least { (least, outer, inner) = (cost, place, other) }
            }
        }
        let begin = inner + 1
        joined.insert(contentsOf: cycle[begin...] + cycle[..<begin], at: outer + 1)
    }
}
