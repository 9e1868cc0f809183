import JSON

/// What counts change.
extension NaiveWarehouse {
    func count(_ scan: Scan) {
        switch scan.expects {
        case "bin":
            if !scan.isCommand {
                let lying = (shelves[scan.bin] ?? [:]).merging(missed[scan.bin] ?? [:], uniquingKeysWith: +)
                counting[scan.tour] = NaiveCount(bin: scan.bin, frozen: lying)
            }
        case "item":
            if scan.code == "*UNDO" { _ = counting[scan.tour]?.counted.popLast() }
            if scan.code == "done", !isAsked(scan) { conclude(scan.tour) }
        case "quantity": note(quantityOf: scan)
        case "yes_no":
            guard scan.isYes, let count = counting[scan.tour] else { return }
            for kind in unnamed(in: count) { counting[scan.tour]?.counted.append((kind, 0)) }
            conclude(scan.tour)
        default: break
        }
    }

    /// Whether it is asked if nothing else lies there.
    private func isAsked(_ scan: Scan) -> Bool {
        scan.next["expect"] == "yes_no" && scan.next["show"]?["bin"]?.string == scan.bin
    }

    private func note(quantityOf scan: Scan) {
        let number = scan.code == "done" ? scan.counted : scan.number
        if let number { counting[scan.tour]?.counted.append((scan.kind, number)) }
    }

    /// What has to be counted in a bin and was not.
    func unnamed(in count: NaiveCount) -> [Kind] {
        let doubt = doubts[count.bin] ?? NaiveDoubt()
        var wanted = Set(doubt.changes.keys)
        if !doubt.isCovered { wanted.formUnion(count.frozen.keys) }
        return wanted.filter { !count.names($0) }.sorted()
    }

    /// Small differences are booked, and large ones that a count before found as well.
    private func conclude(_ tour: Int) {
        guard let count = counting.removeValue(forKey: tour) else {
            return fault("nothing is counted on \(tour)")
        }
        let doubted = doubts.removeValue(forKey: count.bin)?.changes ?? [:]
        var again = NaiveDoubt(isCovered: true)
        for kind in Set(count.counted.map(\.kind)).sorted() {
            let expected = count.frozen[kind] ?? 0
            let change = count.quantity(of: kind) - expected
            let isLarge = abs(change) > 20 && abs(change) * 1_000 > expected * 200
            if isLarge && doubted[kind] != change {
                again.changes[kind] = change
                continue
            }
            // What was missed is there after all, or is gone.
            if let held = missed[count.bin]?.removeValue(forKey: kind) { put(held, kind, in: count.bin) }
            // What has gone since the bin was scanned cannot be missing as well.
            put(max(change, -(shelves[count.bin]?[kind] ?? 0)), kind, in: count.bin)
        }
        if !again.changes.isEmpty { doubts[count.bin] = again }
    }
}
