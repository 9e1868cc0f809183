extension Cartonizer {
    /// The best packing found for `items` when some of their pieces are in boxes already.
    ///
    ///     // The packer has put the first two pieces of tea into a box M instead of an S.
    ///     let begun = BegunParcel(boxID: "M", placed: [], loose: [.init(itemIndex: 0, quantity: 2)])
    ///     let packing = try cartonizer.pack([tea], around: [begun])
    ///
    /// What is in a box stays there. Pieces whose place is known keep it, and nothing is put under them; those
    /// that lie loose are given places as if they were put in next. The rest goes into the begun boxes as far
    /// as the rules allow, then into further ones.
    ///
    /// - Parameters:
    ///   - items: everything, with what is in the boxes.
    ///   - begun: the boxes; the answer's first parcels, in this order.
    /// - Throws: ``PackingError`` naming the item, or ``PackingError/begun(box:problem:)`` where pieces are told
    ///   to be where they cannot be.
    public func pack(_ items: [Item], around begun: [BegunParcel], budget: Duration? = nil) throws(PackingError) -> Packing {
        if begun.isEmpty { return try pack(items, budget: budget) }
        try ItemCheck.check(items)
        let quantities = try BegunCheck.quantitiesLeft(of: items, begun)
        let (question, sources, kindOfItem) = try Question.canonical(items, quantities: quantities)
        let check = BegunCheck(items: items, boxes: judge.boxes, question: question, kindOfItem: kindOfItem)
        var fills: [BegunFill] = []
        for parcel in begun { fills.append(try check.fill(parcel)) }
        let loose = fills.map(\.loose)
        let counts = question.counts.indices.map { kind in
            loose.reduce(question.counts[kind]) { $0 + $1[kind] }
        }
        let search = PackingSearch(
            Question(kinds: question.kinds, counts: counts), judge: judge, rules: rules, supply: boxes.map { $0.supply ?? .max }, effort: effort,
            seed: seed, fuse: budget.map(Fuse.init))
        guard let draft = search.solve(around: fills) else {
            let boxes = begun.filter { !$0.loose.isEmpty }.map(\.boxID).joined(separator: ", ")
            throw .begun(box: boxes, problem: "does not hold what lies in it by all rules")
        }
        return PackingWriter(
            items: items, boxes: boxes, question: question, sources: sources, begun: begun, kindOfItem: kindOfItem
        ).packing(draft)
    }
}
