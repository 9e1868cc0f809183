/// One of `areas`: a part of the building with coordinates and rules of its own.
struct AreaEntry {
    let id: Word
    let frame: Frame
    let traits: BinTraits

    init?(_ node: FileNode, _ types: BinTypes, _ faults: FaultList) {
        let keys = ["id", "origin", "turn", "floor"] + Section.traitKeys
        guard let section = Section(node, "area", keys: keys, faults),
            let id = section.singleID("COLD", .dashed)
        else { return nil }
        self.id = id
        let origin = section.has("origin") ? section.pair("origin") : (0, 0)
        let floor = section.has("floor") ? section.whole("floor", in: -20...200) : 0
        let turn = section.has("turn") ? section.quarterTurns() : 0
        traits = section.traits(types)
        guard let origin, let floor, let turn else { return nil }
        frame = Frame(origin: Point(xMM: origin.0, yMM: origin.1, floor: floor), quarterTurns: turn)
    }
}

extension Section {
    fileprivate func quarterTurns() -> Int? {
        guard let degrees = whole("turn", in: -360...360, unit: "degrees") else { return nil }
        if degrees % 90 == 0 { return ((degrees / 90) % 4 + 4) % 4 }
        faults.add(mark(of: "turn"), "turn must be 0, 90, 180 or 270 degrees, not \(degrees)")
        return nil
    }
}
