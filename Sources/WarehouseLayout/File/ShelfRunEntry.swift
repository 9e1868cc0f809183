/// One run of shelves of an aisle.
struct ShelfRunEntry {
    let mark: TextMark
    let count: Int
    /// The number of its first shelf; nil goes on from the run before.
    let first: Int?
    let firstYMM: Int
    let lengthMM: Int
    let sides: Sides
    let step: Int
    let numbering: Numbering
    let levels: [LevelEntry]
    let traits: BinTraits

    enum Sides: String, CaseIterable { case left, right, both }

    /// How a shelf's bins are numbered.
    enum Numbering: String, CaseIterable {
        /// 01, 02, … from the lowest level on.
        case run
        /// level · 100 + column.
        case level
    }

    init?(_ node: FileNode, _ types: BinTypes, _ faults: FaultList) {
        let keys =
            ["count", "first", "first_y", "length", "sides", "step", "number", "bins"] + Section.traitKeys
        guard let section = Section(node, "run of shelves", keys: keys, faults) else { return nil }
        mark = section.mark
        let count = section.required("count", "20").flatMap {
            section.whole($0, "count", in: 1...LayoutLimits.rangeMax)
        }
        let firstY = section.required("first_y", "1.5").flatMap { section.metres($0, "first_y") }
        let length = section.required("length", "3") == nil ? nil : section.positiveMetres("length")
        first = section.whole("first", in: 1...LayoutLimits.shelfNumberMax)
        sides = section.choice("sides", Sides.self) ?? .both
        let step = section.has("step") ? section.whole("step", in: 1...100) : 1
        numbering = section.choice("number", Numbering.self) ?? .run
        traits = section.traits(types)
        _ = section.required("bins", "{columns: 3, levels: 4, size: [900, 600, 400]}")
        let levelNodes = section.items("bins")
        levels = levelNodes.compactMap { LevelEntry($0, types, faults) }
        guard let count, let firstY, let length, let step, !levels.isEmpty, levels.count == levelNodes.count
        else { return nil }
        (self.count, firstYMM, lengthMM, self.step) = (count, firstY, length, step)
        check(section)
    }

    private func check(_ section: Section) {
        if sides == .both, step % 2 == 0 {
            section.faults.add(
                section.mark(of: "step"),
                "with sides: both, odd numbers stand left and even ones right: step must be odd, or write a run for "
                    + "each side")
        }
        let levelCount = levels.reduce(0) { $0 + $1.levels }
        if levelCount > LayoutLimits.levelsMax {
            section.faults.add(
                section.mark(of: "bins"), "\(levelCount) levels are more than \(LayoutLimits.levelsMax)")
        }
    }
}

/// Levels of a shelf that are alike, counted from the lowest up.
struct LevelEntry {
    let mark: TextMark
    let columns: Int
    let levels: Int
    let traits: BinTraits

    init?(_ node: FileNode, _ types: BinTypes, _ faults: FaultList) {
        guard let section = Section(node, "level", keys: ["columns", "levels"] + Section.traitKeys, faults)
        else { return nil }
        mark = section.mark
        let columns = section.required("columns", "3").flatMap {
            section.whole($0, "columns", in: 1...LayoutLimits.columnsMax)
        }
        let levels = section.has("levels") ? section.whole("levels", in: 1...LayoutLimits.levelsMax) : 1
        traits = section.traits(types)
        guard let columns, let levels else { return nil }
        (self.columns, self.levels) = (columns, levels)
    }
}
