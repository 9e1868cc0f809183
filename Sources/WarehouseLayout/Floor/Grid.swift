internal import Common

/// The aisles and cross aisles of a layout and where they meet.
struct Grid {
    private(set) var aisles: [Aisle] = []
    private(set) var crossAisles: [CrossAisle] = []
    /// The entry of the file from which each aisle comes.
    private(set) var entryOfAisle: [Int] = []
    private var aisleByID: [String: Int] = [:]
    /// False when an aisle was left out for its faults.
    private(set) var isWhole = true
    let faults: FaultList

    init(_ file: LayoutFile, _ areas: Areas, _ faults: FaultList) {
        self.faults = faults
        addCrossAisles(file.crossAisles, areas)
        for (index, entry) in file.aisles.enumerated() { addAisles(entry, index, areas, file) }
        meet(isWhole: file.isWhole && isWhole)
        checkOverlaps()
    }

    func aisle(_ id: String) -> Int? { aisleByID[id] }
    var aisleIDs: [String] { aisles.map(\.id.text) }

    /// The cross aisle called `id` among those of a frame.
    func crossAisle(_ id: String, in frame: Frame) -> Int? {
        crossAisles.firstIndex { $0.id == id && $0.frame == frame }
    }

    private mutating func addCrossAisles(_ entries: [CrossAisleEntry], _ areas: Areas) {
        for entry in entries {
            let area = areas.area(entry.area)
            let frame = area.frame
            if let twin = crossAisle(entry.id.text, in: frame) {
                let line = crossAisles[twin].mark.line
                faults.add(
                    entry.id.mark,
                    "cross aisle \(entry.id.text) stands twice (first in line \(line)): rename one")
                continue
            }
            guard crossAisles.count < LayoutLimits.crossAislesMax else {
                faults.add(entry.id.mark, "there are more than \(LayoutLimits.crossAislesMax) cross aisles")
                return
            }
            let direction: WalkDirection =
                switch entry.oneWay {
                case .right: .forward
                case .left: .backward
                case nil: .both
                }
            crossAisles.append(
                CrossAisle(
                    id: entry.id.text, area: area.id, frame: frame, yMM: entry.yMM,
                    extentMM: entry.extentMM ?? 0...0,
                    hasOwnExtent: entry.extentMM != nil, direction: direction, mark: entry.id.mark))
        }
    }

    private mutating func addAisles(_ entry: AisleEntry, _ index: Int, _ areas: Areas, _ file: LayoutFile) {
        let area = areas.area(entry.area)
        guard let span = span(of: entry, in: area.frame, file) else {
            isWhole = false
            return
        }
        let direction: WalkDirection =
            switch entry.oneWay {
            case .up: .forward
            case .down: .backward
            case nil: .both
            }
        for (step, id) in entry.ids.ids.enumerated() {
            if let twin = aisleByID[id] {
                let line = aisles[twin].mark.line
                faults.add(
                    entry.ids.mark, like: "twin",
                    "aisle \(id) stands twice (first in line \(line)), so its bins' addresses would: rename one"
                )
                continue
            }
            guard aisles.count < LayoutLimits.junctionsMax else {
                faults.add(entry.ids.mark, "there are more than \(LayoutLimits.junctionsMax) aisles")
                return
            }
            let xMM = entry.xMM + step * entry.pitchMM
            guard abs(xMM) <= LayoutLimits.coordinateMM else {
                faults.add(
                    entry.ids.mark,
                    "aisle \(id) would lie at x \(metresText(xMM)), out of the building: check pitch")
                return
            }
            aisleByID[id] = aisles.count
            entryOfAisle.append(index)
            aisles.append(
                Aisle(
                    id: AisleID(id), area: area.id, frame: area.frame, xMM: xMM,
                    spanMM: span, direction: direction, mark: entry.ids.mark))
        }
    }

    private func span(of entry: AisleEntry, in frame: Frame, _ file: LayoutFile) -> ClosedRange<Int>? {
        let rows = crossAisles.filter { $0.frame == frame }.map(\.yMM)
        let first = end(entry.from, rows.min(), "from", entry, frame, file)
        let last = end(entry.to, rows.max(), "to", entry, frame, file)
        guard let first, let last else { return nil }
        if first < last { return first...last }
        guard file.isWhole else { return nil }
        let metres = "from y \(metresText(first)) to y \(metresText(last))"
        faults.add(
            entry.to?.mark ?? entry.mark,
            first == last
                ? "aisle \(entry.ids.ids[0]) has no length (\(metres)): give it another from or to"
                : "aisle \(entry.ids.ids[0]) runs backwards (\(metres)): from is the end of smaller y")
        return nil
    }

    /// The y of an aisle's end: what the entry says, a cross aisle or a number, or the outermost cross aisle.
    private func end(
        _ word: Word?, _ outermost: Int?, _ key: String, _ entry: AisleEntry, _ frame: Frame,
        _ file: LayoutFile
    ) -> Int? {
        guard let word else {
            if outermost == nil, file.isWhole {
                faults.add(
                    entry.mark,
                    "aisle \(entry.ids.ids[0]) meets no cross aisle: add cross_aisles of its area, or from: and to:"
                )
            }
            return outermost
        }
        if let index = crossAisle(upperCased(word.text), in: frame) { return crossAisles[index].yMM }
        if let yMM = decimalThousandths(word.text), abs(yMM) <= LayoutLimits.coordinateMM { return yMM }
        guard file.isWhole else { return nil }
        let known = crossAisles.filter { $0.frame == frame }.map(\.id)
        let near = nearestWord(to: upperCased(word.text), among: known).map { "did you mean \($0)?" }
        let elsewhere = crossAisles.contains { $0.id == upperCased(word.text) }
        let fix =
            elsewhere
            ? "it lies in another area: give one there the same id and area:"
            : near ?? "add it to cross_aisles or write a y in metres"
        faults.add(word.mark, "\(key): there is no cross aisle \"\(word.text)\" for this aisle: \(fix)")
        return nil
    }

    /// Finds which aisle opens into which cross aisle, and from that how far the cross aisles run.
    private mutating func meet(isWhole: Bool) {
        var met: [ClosedRange<Int>?] = Array(repeating: nil, count: crossAisles.count)
        let byY = crossAisles.indices.sorted { crossAisles[$0].yMM < crossAisles[$1].yMM }
        for aisle in aisles.indices {
            let (x, span, frame) = (aisles[aisle].xMM, aisles[aisle].spanMM, aisles[aisle].frame)
            for row in byY where crossAisles[row].frame == frame && span.contains(crossAisles[row].yMM) {
                guard crossAisles[row].meets(xMM: x) else { continue }
                aisles[aisle].crossings.append(row)
                met[row] = met[row].map { min($0.lowerBound, x)...max($0.upperBound, x) } ?? x...x
            }
        }
        for row in crossAisles.indices where !crossAisles[row].hasOwnExtent {
            if let extent = met[row] {
                crossAisles[row].extentMM = extent
            } else if isWhole {
                faults.add(
                    crossAisles[row].mark,
                    "cross aisle \(crossAisles[row].id) meets no aisle: check its y and area, or give its extent x:"
                )
            }
        }
    }
}
