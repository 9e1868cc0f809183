/// What is asked when some boxes have been begun, in the words of the search.
struct BegunQuestion {
    /// What has no place yet: loose pieces are in it, placed ones are not.
    let question: Question
    /// Where the pieces come from that are in no box.
    let sources: [[Question.Source]]
    let kindOfItem: [Int]
    let fills: [BegunFill]

    /// - Throws: ``PackingError/begun(box:problem:)`` where pieces are said to be where they cannot be.
    init(_ items: [Item], around begun: [BegunParcel], boxes: [BoxType]) throws(PackingError) {
        let quantities = try BegunCheck.quantitiesLeft(of: items, begun)
        let left: Question
        (left, sources, kindOfItem) = try Question.canonical(items, quantities: quantities)
        let check = BegunCheck(items: items, boxes: boxes, question: left, kindOfItem: kindOfItem)
        var fills: [BegunFill] = []
        for parcel in begun { fills.append(try check.fill(parcel)) }
        self.fills = fills
        let counts = left.counts.indices.map { kind in
            fills.reduce(left.counts[kind]) { $0 + $1.loose[kind] }
        }
        question = Question(kinds: left.kinds, counts: counts)
    }
}
