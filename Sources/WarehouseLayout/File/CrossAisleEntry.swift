/// One of `cross_aisles`: a walkway that runs across the aisles.
struct CrossAisleEntry {
    let id: Word
    let area: Word?
    let yMM: Int
    /// From where to where it runs; nil for from the first to the last aisle that it meets.
    let extentMM: ClosedRange<Int>?
    let oneWay: Across?

    /// The way one may walk it.
    enum Across: String, CaseIterable { case right, left }

    init?(_ node: FileNode, _ faults: FaultList) {
        let keys = ["id", "area", "y", "x", "one_way"]
        guard let section = Section(node, "cross aisle", keys: keys, faults) else { return nil }
        let id = section.singleID("FRONT", .plain)
        let y = section.required("y", "0").flatMap { section.metres($0, "y") }
        area = section.word("area")
        oneWay = section.choice("one_way", Across.self)
        extentMM = section.extent()
        guard let id, let y else { return nil }
        (self.id, yMM) = (id, y)
    }
}

extension Section {
    fileprivate func extent() -> ClosedRange<Int>? {
        guard let (start, end) = pair("x") else { return nil }
        if start < end { return start...end }
        faults.add(mark(of: "x"), "x runs backwards: write the smaller number first")
        return nil
    }
}
