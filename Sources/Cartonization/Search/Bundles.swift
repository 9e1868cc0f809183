/// Pieces that must travel in one parcel.
extension PackingSearch {
    /// Packs every bundle of `counts`, several to a parcel where that works, and adds loose pieces
    /// where there is room.
    ///
    /// - Returns: whether all found a place.
    func packBundles(_ counts: inout [Int], into draft: inout Draft) -> Bool {
        var isAll = true
        var parcels: [(counts: [Int], parcel: DraftParcel)] = []
        for bundle in bundles(in: counts) {
            for kind in bundle.indices { counts[kind] -= bundle[kind] }
            if hasEffort && join(bundle, to: &parcels) { continue }
            if let (parcel, _) = singleBox(bundle, effortEnd: work + (effort - work) / parameters.bundleParts)
            {
                supply[parcel.box] -= 1
                parcels.append((bundle, parcel))
            } else {
                isAll = false
                let reason = whyLeft(bundle)
                for kind in bundle.indices { draft.leaveBehind(kind, bundle[kind], reason) }
            }
        }
        for kind in counts.indices {
            while counts[kind] > 0 && hasEffort && join(one(kind), to: &parcels) { counts[kind] -= 1 }
        }
        draft.parcels += parcels.map(\.parcel)
        return isAll
    }

    private func bundles(in counts: [Int]) -> [[Int]] {
        Set(question.kinds.map(\.bundle)).subtracting([-1]).sorted().map { bundle in
            counts.indices.map { question.kinds[$0].bundle == bundle ? counts[$0] : 0 }
        }.filter { $0.contains { $0 > 0 } }
    }

    func one(_ kind: Int) -> [Int] {
        var counts = [Int](repeating: 0, count: question.kinds.count)
        counts[kind] = 1
        return counts
    }

    /// Adds `counts` to the first of `parcels` that can be packed anew with them.
    private func join(_ counts: [Int], to parcels: inout [(counts: [Int], parcel: DraftParcel)]) -> Bool {
        for index in parcels.indices where hasEffort {
            let all = zip(parcels[index].counts, counts).map(+)
            supply[parcels[index].parcel.box] += 1
            let found = singleBox(all, effortEnd: work)
            let box = found?.parcel.box ?? parcels[index].parcel.box
            supply[box] -= 1
            guard let found else { continue }
            parcels[index] = (all, found.parcel)
            return true
        }
        return false
    }

    /// Why a bundle that was last tried to pack into one box stays behind.
    private func whyLeft(_ bundle: [Int]) -> UnpackedItem.Reason {
        if !mayTravel(bundle) { return .conflictsWithItself }
        if !isOneBoxExcluded { return .notFound }
        let isUsedUp = (0..<tables.boxCount).contains { supply[$0] == 0 && mayHold(bundle, box: $0) }
        return isUsedUp ? .noBoxLeft : .groupDoesNotFit
    }

    /// Whether no two pieces of `counts` must be kept apart.
    private func mayTravel(_ counts: [Int]) -> Bool {
        let present = counts.indices.filter { counts[$0] > 0 }
        return !present.contains { one in
            present.contains { other in
                question.kinds[one].neverBits & question.kinds[other].groupBit != 0
                    && (one != other || counts[one] > 1)
            }
        }
    }
}
