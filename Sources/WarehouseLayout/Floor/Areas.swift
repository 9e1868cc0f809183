internal import Common

/// The areas of a layout by their ids.
struct Areas {
    struct Area {
        let id: AreaID?
        let frame: Frame
        let traits: BinTraits
    }

    /// Where entries without an area lie.
    static let ground = Area(id: nil, frame: .ground, traits: BinTraits())

    private var byID: [String: Area] = [:]
    private var ids: [String] = []
    private let faults: FaultList

    init(_ entries: [AreaEntry], _ faults: FaultList) {
        self.faults = faults
        for entry in entries {
            let id = entry.id.text
            if byID[id] != nil {
                faults.add(entry.id.mark, "area \(id) stands twice: give one of them another id")
                continue
            }
            byID[id] = Area(id: AreaID(id), frame: entry.frame, traits: entry.traits)
            ids.append(id)
        }
    }

    /// The area that an entry names; the ground where it names none or, with a fault, one that is not there.
    func area(_ word: Word?) -> Area {
        guard let word else { return Self.ground }
        if let area = byID[upperCased(word.text)] { return area }
        let near = nearestWord(to: upperCased(word.text), among: ids).map { "did you mean \($0)?" }
        faults.add(word.mark, "there is no area \"\(word.text)\": \(near ?? "add it to areas")")
        return Self.ground
    }

    func world(_ point: PointEntry) -> Point {
        area(point.area).frame.world(xMM: point.xMM, yMM: point.yMM)
    }
}
