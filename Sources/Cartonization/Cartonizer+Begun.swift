extension Cartonizer {
    /// The best packing found for `items` when some of their pieces are in boxes already.
    ///
    ///     // The packer has put the first two pieces of tea into a box M instead of an S.
    ///     let begun = BegunParcel(boxID: "M", placed: [], loose: [.init(itemIndex: 0, quantity: 2)])
    ///     let packing = try cartonizer.pack([tea], around: [begun])
    ///
    /// What is in a box stays there and comes first in its parcel: pieces whose place is known as they are
    /// given, then those that lie loose, with places as if they had been put in next. Nothing is put under
    /// either. The rest goes into the begun boxes as far as the rules allow, then into further ones.
    ///
    /// - Parameters:
    ///   - items: everything, with what is in the boxes.
    ///   - begun: the boxes; the answer's first parcels, in this order.
    /// - Throws: ``PackingError`` naming the item, or ``PackingError/begun(box:problem:)`` where pieces are said
    ///   to be where they cannot be.
    public func pack(_ items: [Item], around begun: [BegunParcel], budget: Duration? = nil)
        throws(PackingError) -> Packing
    {
        if begun.isEmpty { return try pack(items, budget: budget) }
        try ItemCheck.check(items)
        let asked = try BegunQuestion(items, around: begun, boxes: judge.boxes)
        let search = search(for: asked.question, deadline: budget.map(Deadline.init))
        guard let draft = search.solve(around: asked.fills) else {
            let boxes = begun.filter { !$0.loose.isEmpty }.map(\.boxID).joined(separator: ", ")
            throw .begun(box: boxes, problem: "does not hold what lies in it by all rules")
        }
        return PackingWriter(
            items: items, boxes: boxes, question: asked.question, sources: asked.sources, begun: begun,
            kindOfItem: asked.kindOfItem
        ).packing(draft)
    }
}
