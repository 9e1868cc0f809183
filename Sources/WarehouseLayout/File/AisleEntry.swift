/// One of `aisles`: an aisle, or a range of equal ones side by side.
struct AisleEntry {
    let mark: TextMark
    let ids: IDRange
    let area: Word?
    let xMM: Int
    let pitchMM: Int
    /// A cross aisle or a y; nil for the first or last cross aisle.
    let from: Word?
    let to: Word?
    let oneWay: Along?
    let runs: [ShelfRunEntry]
    let traits: BinTraits

    /// The way one may walk it: up is towards larger y.
    enum Along: String, CaseIterable { case up, down }

    init?(_ node: FileNode, _ types: BinTypes, _ faults: FaultList) {
        let keys = ["id", "area", "x", "pitch", "from", "to", "one_way", "shelves"] + Section.traitKeys
        guard let section = Section(node, "aisle", keys: keys, faults) else { return nil }
        mark = section.mark
        let ids = section.idRange("A..J", .plain)
        let x = section.required("x", "1.5").flatMap { section.metres($0, "x") }
        let pitch = section.has("pitch") ? section.metres("pitch") : 0
        area = section.word("area")
        from = section.word("from")
        to = section.word("to")
        oneWay = section.choice("one_way", Along.self)
        traits = section.traits(types)
        let runNodes = section.items("shelves")
        runs = runNodes.compactMap { ShelfRunEntry($0, types, faults) }
        guard let ids, let x, let pitch, runs.count == runNodes.count else { return nil }
        (self.ids, xMM, pitchMM) = (ids, x, pitch)
        section.checkPitch(isZero: pitch == 0, ids, example: "5")
    }
}

extension Section {
    /// Notes a range whose members would stand on one point, and a single one with a pitch.
    func checkPitch(isZero: Bool, _ ids: IDRange, example: String) {
        if ids.ids.count > 1, isZero {
            faults.add(
                has("pitch") ? mark(of: "pitch") : mark,
                "the \(ids.ids.count) of \(ids.ids[0])..\(ids.ids[ids.ids.count - 1]) would stand on one point: "
                    + "add pitch: \(example), the metres from one to the next")
        } else if ids.ids.count == 1, has("pitch") {
            faults.add(mark(of: "pitch"), "pitch is for ranges such as A..J: leave it away")
        }
    }
}
