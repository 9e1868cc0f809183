/// One of `stations`: a station, or a range of them.
struct StationEntry {
    let mark: TextMark
    let ids: IDRange
    let kind: StationKind
    let at: PointEntry
    let pitchMM: (Int, Int)
    /// Where its path meets the walkways; nil for the nearest point.
    let join: PointEntry?
    let printer: String?
    let dock: Word?
    let slots: Int?

    init?(_ node: FileNode, _ faults: FaultList) {
        let keys = ["id", "kind", "area", "x", "y", "pitch", "join", "printer", "dock", "slots"]
        guard let section = Section(node, "station", keys: keys, faults) else { return nil }
        mark = section.mark
        let ids = section.idRange("PACK-1", .dashed)
        let kind = section.required("kind", "pack") == nil ? nil : section.choice("kind", StationKind.self)
        let x = section.required("x", "0").flatMap { section.metres($0, "x") }
        let y = section.required("y", "0").flatMap { section.metres($0, "y") }
        let area = section.word("area")
        let pitch = section.has("pitch") ? section.pair("pitch") : (0, 0)
        join = section.node("join").flatMap { section.point($0, "join", area: area) }
        printer = section.word("printer")?.text
        dock = section.word("dock")
        slots = section.whole("slots", in: 1...LayoutLimits.rangeMax)
        guard let ids, let kind, let x, let y, let pitch else { return nil }
        (self.ids, self.kind, pitchMM) = (ids, kind, pitch)
        at = PointEntry(xMM: x, yMM: y, area: area, mark: section.mark)
        section.checkPitch(isZero: pitch == (0, 0), ids, example: "[2.5, 0]")
    }
}

/// One of `spots`: a bin off the grid, or a range of them.
struct SpotEntry {
    let mark: TextMark
    let ids: IDRange
    let at: PointEntry
    let pitchMM: (Int, Int)
    let traits: BinTraits

    init?(_ node: FileNode, _ types: BinTypes, _ faults: FaultList) {
        let keys = ["id", "at", "pitch", "area"] + Section.traitKeys
        guard let section = Section(node, "spot", keys: keys, faults) else { return nil }
        mark = section.mark
        let ids = section.idRange("FLOOR-01..12", .dashed)
        let at = section.required("at", "[62, 4]").flatMap {
            section.point($0, "at", area: section.word("area"))
        }
        let pitch = section.has("pitch") ? section.pair("pitch") : (0, 0)
        traits = section.traits(types)
        guard let ids, let at, let pitch else { return nil }
        (self.ids, self.at, pitchMM) = (ids, at, pitch)
        section.checkPitch(isZero: pitch == (0, 0), ids, example: "[0, 1.4]")
    }
}

/// A point in the coordinates of an area.
struct PointEntry {
    let xMM: Int
    let yMM: Int
    let area: Word?
    let mark: TextMark

    func moved(by pitch: (Int, Int), times: Int) -> PointEntry {
        PointEntry(xMM: xMM + pitch.0 * times, yMM: yMM + pitch.1 * times, area: area, mark: mark)
    }
}

extension Section {
    /// A point written `[x, y]` or `[x, y, AREA]`.
    func point(_ node: FileNode, _ key: String, area: Word?) -> PointEntry? {
        guard case .list(let items) = node.content, (2...3).contains(items.count) else {
            faults.add(node.mark, "\(key) is a point: [12.5, 3], or [12.5, 3, AREA]")
            return nil
        }
        guard let x = metres(items[0], key), let y = metres(items[1], key) else { return nil }
        let ownArea = items.count == 3 ? word(items[2], key) : area
        return PointEntry(xMM: x, yMM: y, area: ownArea, mark: node.mark)
    }
}
