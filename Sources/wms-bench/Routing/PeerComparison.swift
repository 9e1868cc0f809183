import Foundation

/// Our walks beside those of other solvers on the same matrices, in the same run.
struct PeerComparison {
    /// What is measured, and what it shall be.
    let name: String
    let askedGap: Double
    let askedMicroseconds: Double
    let python: String

    /// What we found for each matrix: its length, what is proven, and how long it took.
    struct Ours {
        var lengthMM: Int
        var lowerBoundMM: Int
        var microseconds: Double
    }

    /// - Parameter matrices: of the first walks; others are not given to the peers.
    func print(_ ours: [Ours], _ matrices: [[[Int]]]) {
        let (answers, skipped) = matrices.isEmpty ? ([], []) : PeerSolvers(python: python).solve(matrices)
        let best = ours.indices.map { index in
            min(
                ours[index].lengthMM,
                answers.compactMap { index < $0.lengths.count ? $0.lengths[index] : nil }.min() ?? .max)
        }
        func gap(_ lengths: [Int]) -> String {
            percent(mean(zip(lengths, best).map { Double($0 - $1) / Double($1) }))
        }
        let proven = ours.count { $0.lengthMM == $0.lowerBoundMM }
        let bound = mean(zip(ours, best).map { 1 - Double($0.lowerBoundMM) / Double($1) })
        let spent = mean(ours.map(\.microseconds))
        row(
            "\(name), \(ours.count) instances, asked \(percent(askedGap)) in \(time(askedMicroseconds))",
            gap: "mean \(gap(ours.map(\.lengthMM))); \(proven * 100 / ours.count) % proven; "
                + "bound \(percent(bound)) below",
            time: "mean \(time(spent)); \(String(rounded: spent / askedMicroseconds)) of the time asked")
        let compared = mean(ours.prefix(matrices.count).map(\.microseconds))
        for answer in answers {
            let ratio = answer.meanMilliseconds * 1_000 / compared
            row(
                "– \(answer.peer), \(matrices.count) instances", gap: "mean \(gap(answer.lengths))",
                time: "mean \(time(answer.meanMilliseconds * 1_000)); ×\(String(rounded: ratio)) of ours")
        }
        for line in skipped { row("– \(line)", gap: "", time: "") }
    }
}
