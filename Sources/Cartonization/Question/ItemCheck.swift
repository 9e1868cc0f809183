/// The border of the target: what comes in is whole and within ``PackingLimits``, or is refused by name.
enum ItemCheck {
    /// - Throws: ``PackingError/item(sku:line:field:problem:)`` or ``PackingError/tooManyPieces(_:)``.
    static func check(_ items: [Item]) throws(PackingError) {
        var pieces = 0
        for (index, item) in items.enumerated() {
            try check(item, line: index + 1)
            pieces += item.quantity
            if pieces > PackingLimits.pieces { throw .tooManyPieces(pieces) }
        }
    }

    fileprivate static func check(_ item: Item, line: Int) throws(PackingError) {
        func require(_ holds: Bool, _ field: String, _ problem: String) throws(PackingError) {
            if !holds { throw .item(sku: item.sku, line: line, field: field, problem: problem) }
        }
        try require(item.quantity > 0, "qty", "is \(item.quantity); it must be 1 or more")
        if item.quantity > PackingLimits.pieces { throw .tooManyPieces(item.quantity) }
        for edge in item.size.edgesMM {
            try require(
                (1...PackingLimits.edgeMM).contains(edge), "size_mm",
                "has an edge of \(edge) mm; edges are 1 to \(PackingLimits.edgeMM) mm")
        }
        try require(
            (0...PackingLimits.weightG).contains(item.weightG), "weight_g",
            "is \(item.weightG); weights are 0 to \(PackingLimits.weightG) g")
        try require(!item.rotation.isEmpty, "rotation", "allows no turn; name at least one")
        try require(
            item.paddingMM >= 0
                && item.size.edgesMM.allSatisfy {
                    $0 + 2 * min(item.paddingMM, PackingLimits.edgeMM) <= PackingLimits.edgeMM
                },
            "padding_mm",
            "is \(item.paddingMM); it is 0 or more, and item and padding stay below \(PackingLimits.edgeMM) mm"
        )
        try require((item.topLoadMaxG ?? 0) >= 0, "max_top_load_g", "is below 0")
        try require((item.stackMax ?? 1) >= 1, "max_stack", "must be 1 or more")
        try require(
            (1...item.size.heightMM).contains(item.nestMM ?? 1), "nest_mm",
            "must be at least 1 mm and no more than the item's height")
    }
}

extension Item {
    /// Refuses what no question may hold, so that it can be found where the item is written down.
    ///
    /// - Throws: ``PackingError/item(sku:line:field:problem:)`` or ``PackingError/tooManyPieces(_:)``.
    public func check() throws(PackingError) { try ItemCheck.check(self, line: 1) }
}

extension BoxType {
    /// Refuses what no question may hold, so that it can be found where the box type is written down.
    ///
    /// - Throws: ``PackingError/box(id:field:problem:)``.
    public func check() throws(PackingError) { try BoxCheck.check(self) }
}

/// The same for box types and rules.
enum BoxCheck {
    /// - Throws: ``PackingError``.
    static func check(_ boxes: [BoxType], _ rules: PackingRules) throws(PackingError) {
        if boxes.isEmpty { throw .noBoxes }
        if boxes.count > PackingLimits.boxTypes { throw .tooManyBoxTypes(boxes.count) }
        var known: Set<String> = []
        for box in boxes {
            if !known.insert(box.id).inserted { throw .duplicateBox(id: box.id) }
            try check(box)
        }
        if !(0...10_000).contains(rules.supportShare) {
            throw .rules(field: "the support share", problem: "is not between 0 and 1")
        }
    }

    fileprivate static func check(_ box: BoxType) throws(PackingError) {
        func require(_ holds: Bool, _ field: String, _ problem: String) throws(PackingError) {
            if !holds { throw .box(id: box.id, field: field, problem: problem) }
        }
        for (field, size) in [("inner_mm", box.inner), ("outer_mm", box.outer ?? box.inner)] {
            for edge in size.edgesMM {
                try require(
                    (1...PackingLimits.edgeMM).contains(edge), field,
                    "has an edge of \(edge) mm; edges are 1 to \(PackingLimits.edgeMM) mm")
            }
        }
        try require(
            zip((box.outer ?? box.inner).edgesMM, box.inner.edgesMM).allSatisfy { $0 >= $1 }, "outer_mm",
            "has an edge shorter than that of inner_mm; give what the closed box measures outside, or leave it out"
        )
        try require((0...PackingLimits.weightG).contains(box.tareG), "tare_g", "is out of range")
        try require(
            box.tareG <= box.maxGrossG ?? .max, "tare_g",
            "is \(box.tareG), more than max_weight_g; that is what box and contents may weigh together")
        try require(
            (1...PackingLimits.weightG).contains(box.maxGrossG ?? 1), "max_weight_g",
            "must be 1 to \(PackingLimits.weightG) g")
        try require((0...PackingLimits.cost).contains(box.cost ?? 0), "cost", "is out of range")
        try require((box.supply ?? 0) >= 0, "supply", "is below 0")
        try require((box.maxItems ?? 1) >= 1, "max_items", "must be 1 or more")
        try require((0...PackingLimits.edgeMM).contains(box.clearanceMM), "clearance_mm", "is out of range")
        if case .mailer(let give) = box.kind {
            try require(
                (0...(PackingLimits.edgeMM - box.inner.heightMM)).contains(give), "give_mm", "is out of range"
            )
        }
        try require(
            box.usable.edgesMM.allSatisfy { $0 > 0 }, "clearance_mm", "leaves no room in the box")
    }
}
