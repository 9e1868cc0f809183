/// The next box for pieces of one kind: compared by how many the pattern of each type holds, and only the best filled.
extension PackingSearch {
    /// Whether patterns say how many pieces of the sequence go into a box.
    var hasUniformChoice: Bool { !tables.followsLoads && sequence.count > 1 && sequence.isUniform }

    /// The cheapest box that holds all, else the best by `choice`.
    ///
    /// - Complexity: a pattern for each type that may be better than the best before it by volume and payload.
    func nextUniformBox(_ supply: [Int], by choice: BoxChoice) -> (OpenBox, left: [Int32])? {
        let kind = Int(sequence.kinds[0])
        let boxes = judge.ranked(contentsG: 0).filter { supply[$0] > 0 && tables.fits(kind: kind, box: $0) }
        let bounded = boxes.enumerated().map { (rank: $0, box: $1, most: piecesMost(kind, in: $1)) }
        var best: (box: Int, count: Int)?
        for entry in bounded.sorted(by: { (-$0.most, $0.rank) < (-$1.most, $1.rank) }) where entry.most > 0 {
            if let best, !prefers(entry.box, entry.most, over: best, kind, by: choice) { continue }
            let count = min(entry.most, uniformPattern(kind, entry.box).places.count)
            if best.map({ prefers(entry.box, count, over: $0, kind, by: choice) }) ?? (count > 0) {
                best = (entry.box, count)
            }
            let isAll = count == sequence.count
            if isAll && (choice == .fullest || judge.profile.wantsFewestParcels) {
                best = (entry.box, count)
                break
            }
        }
        guard let best else { return nil }
        let open = fillUniformly(box: best.box)
        if open.pointee.placedCount > 0 { return (open, sequence.restKinds) }
        pool.release(open)
        return nil
    }

    /// No more of them go into one box.
    private func piecesMost(_ kind: Int, in box: Int) -> Int {
        let (piece, inside) = (question.kinds[kind], tables.boxes[box])
        if inside.payloadG < piece.weightG { return 0 }
        let byWeight = piece.weightG == 0 ? Int.max : inside.payloadG / piece.weightG
        // One is whole, however the others nest.
        let room = Int(inside.volume) - piece.size.volumeMM3
        return min(sequence.count, inside.itemsMax, byWeight, 1 + max(0, room) / piece.nestedVolumeMM3)
    }

    private func prefers(
        _ box: Int, _ count: Int, over best: (box: Int, count: Int), _ kind: Int, by choice: BoxChoice
    )
        -> Bool
    {
        switch choice {
        case .fullest: return count > best.count
        case .thriftiest:
            let weightG = question.kinds[kind].weightG
            let cost = judge.cost(box: box, contentsG: count * weightG)
            let bestCost = judge.cost(box: best.box, contentsG: best.count * weightG)
            return cost.multipliedFullWidth(by: best.count) < bestCost.multipliedFullWidth(by: count)
        }
    }
}
