/// One of `walkways`: what the grid cannot say.
struct WalkwayEntry {
    let id: Word
    let from: PointEntry
    let to: PointEntry
    let isOneWay: Bool
    /// Added to its straight length.
    let extraMM: Int
    /// Its waiting and riding time, in thousandths of a second.
    let ridesMS: Int
    let notFor: [Means]

    init?(_ node: FileNode, _ faults: FaultList) {
        let keys = ["id", "from", "to", "one_way", "extra", "seconds", "not_for"]
        guard let section = Section(node, "walkway", keys: keys, faults) else { return nil }
        let id = section.singleID("RAMP", .dashed)
        let from = section.required("from", "[12, 0]").flatMap { section.point($0, "from", area: nil) }
        let to = section.required("to", "[0, 0, MEZZ]").flatMap { section.point($0, "to", area: nil) }
        isOneWay = section.flag("one_way") ?? false
        extraMM = section.surcharge("extra", unit: "metres", max: LayoutLimits.coordinateMM)
        ridesMS = section.surcharge("seconds", unit: "seconds", max: LayoutLimits.secondsMS)
        notFor = section.means("not_for")
        guard let id, let from, let to else { return nil }
        (self.id, self.from, self.to) = (id, from, to)
    }
}

/// One of `carts`.
struct CartEntry {
    let id: Word
    let totes: Int
    let toteMM: [Int]?
    let maxWeightG: Int?
    let areas: [Word]?

    init?(_ node: FileNode, _ faults: FaultList) {
        let keys = ["id", "totes", "tote", "max_weight", "areas"]
        guard let section = Section(node, "cart", keys: keys, faults) else { return nil }
        let id = section.singleID("SHOP", .dashed)
        let totes = section.required("totes", "12").flatMap {
            section.whole($0, "totes", in: 1...LayoutLimits.rangeMax)
        }
        toteMM = section.edges("tote")
        maxWeightG = section.whole("max_weight", in: 1...LayoutLimits.weightG, unit: "grams")
        areas = section.words("areas")
        guard let id, let totes else { return nil }
        (self.id, self.totes) = (id, totes)
    }
}

extension Section {
    /// Something added to a way; 0 where nothing is said.
    fileprivate func surcharge(_ key: String, unit: String, max: Int) -> Int {
        guard let node = node(key), let value = thousandths(node, key, unit: unit, max: max) else { return 0 }
        if value >= 0 { return value }
        faults.add(node.mark, "\(key) cannot be below 0")
        return 0
    }

    fileprivate func means(_ key: String) -> [Means] {
        (words(key) ?? []).compactMap { word in
            if let means = Means(rawValue: word.text.lowercased()) { return means }
            let known = Means.allCases.map(\.rawValue).joined(separator: ", ")
            faults.add(word.mark, "\(key) cannot be \"\(word.text)\": It is some of \(known)")
            return nil
        }
    }
}
