extension PackingSearch {
    /// Whether no simple count forbids that one box of type `box` holds all of `counts`.
    func mayHold(_ counts: [Int], box: Int) -> Bool {
        let facts = tables.boxes[box]
        guard weightG(counts) <= facts.payloadG, counts.reduce(0, +) <= facts.itemsMax,
            tables.hasNests || volume(counts) <= facts.volume
        else { return false }
        var groups: UInt64 = 0
        var nevers: UInt64 = 0
        for (kind, count) in counts.enumerated() where count > 0 {
            guard tables.fits(kind: kind, box: box) else { return false }
            let (group, never) = (question.kinds[kind].groupBit, question.kinds[kind].neverBits)
            if never & groups != 0 || group & nevers != 0 || (group & never != 0 && count > 1) { return false }
            groups |= group
            nevers |= never
        }
        return true
    }
}
