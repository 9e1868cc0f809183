internal import Common

/// What `closed` names: mouths of aisles, shelves, pillars in aisles, stretches of cross aisles.
struct Closures {
    enum Closure {
        case mouth(aisle: Int, row: Int)
        case shelf(aisle: Int, number: Int)
        case pillar(aisle: Int, yMM: Int)
        /// Between two aisles, the one of smaller x first.
        case gap(row: Int, left: Int, right: Int)
    }

    private(set) var closures: [(closure: Closure, mark: TextMark)] = []
    private var shelves: Set<[Int]> = []

    init(_ words: [Word], _ grid: Grid, isWhole: Bool, _ faults: FaultList) {
        let reader = ClosureReader(grid: grid, isWhole: isWhole, faults: faults)
        for word in words {
            guard let closure = reader.read(word) else { continue }
            closures.append((closure, word.mark))
            if case .shelf(let aisle, let number) = closure { shelves.insert([aisle, number]) }
        }
    }

    func isClosed(aisle: Int, shelf: Int) -> Bool { !shelves.isEmpty && shelves.contains([aisle, shelf]) }

    /// The closed ways as the file writes them, `C/BACK`; closed shelves are reported by their bins.
    func ways(on grid: Grid) -> [String] {
        closures.compactMap { closure, _ in
            switch closure {
            case .mouth(let aisle, let row): "\(grid.aisles[aisle].id)/\(grid.crossAisles[row].id)"
            case .pillar(let aisle, let yMM): "\(grid.aisles[aisle].id)@\(metresText(yMM))"
            case .gap(let row, let left, let right):
                "\(grid.crossAisles[row].id):\(grid.aisles[left].id)/\(grid.aisles[right].id)"
            case .shelf: nil
            }
        }
    }

    /// Cuts the lines of aisles and cross aisles, which lie in `lines` in this order.
    func cut(_ lines: inout WalkLines, _ grid: Grid) {
        for (closure, _) in closures {
            switch closure {
            case .mouth(let aisle, let row):
                let along = grid.crossAisles[row].yMM - grid.aisles[aisle].spanMM.lowerBound
                lines.cut(.at(along), on: aisle)
            case .pillar(let aisle, let yMM):
                lines.cut(.at(yMM - grid.aisles[aisle].spanMM.lowerBound), on: aisle)
            case .gap(let row, let left, let right):
                let start = grid.crossAisles[row].extentMM.lowerBound
                let (from, to) = (grid.aisles[left].xMM, grid.aisles[right].xMM)
                lines.cut(.between(from - start, to - start), on: grid.aisles.count + row)
            case .shelf: break
            }
        }
    }

    /// Notes closed shelves that do not stand in their aisle.
    func checkShelves(_ built: [Shelf], _ grid: Grid, _ faults: FaultList, isWhole: Bool) {
        guard isWhole else { return }
        let standing = Set(built.lazy.filter(\.isClosed).map { [$0.aisle, $0.number] })
        for (closure, mark) in closures {
            if case .shelf(let aisle, let number) = closure, !standing.contains([aisle, number]) {
                faults.add(
                    mark, "closed: aisle \(grid.aisles[aisle].id) has no shelf \(number): strike the entry")
            }
        }
    }
}

/// Reads one entry of `closed`.
private struct ClosureReader {
    let grid: Grid
    let isWhole: Bool
    let faults: FaultList

    func read(_ word: Word) -> Closures.Closure? {
        let text = upperCased(word.text)
        if let (row, pair) = halves(text, ":") {
            guard let (left, right) = halves(pair, "/") else { return unreadable(word) }
            return gap(row, left, right, word)
        }
        if let (aisle, row) = halves(text, "/") { return mouth(aisle, row, word) }
        if let (aisle, y) = halves(text, "@") { return pillar(aisle, y, word) }
        if let (aisle, number) = halves(text, "-") { return shelf(aisle, number, word) }
        return unreadable(word)
    }

    private func halves(_ text: String, _ separator: Character) -> (String, String)? {
        let parts = text.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
        return parts.count == 2 ? (parts[0], parts[1]) : nil
    }

    private func mouth(_ aisleID: String, _ rowID: String, _ word: Word) -> Closures.Closure? {
        guard let aisle = aisle(aisleID, word), let row = row(rowID, of: aisle, word) else { return nil }
        return .mouth(aisle: aisle, row: row)
    }

    private func gap(_ rowID: String, _ left: String, _ right: String, _ word: Word) -> Closures.Closure? {
        guard let first = aisle(left, word), let second = aisle(right, word),
            let row = row(rowID, of: first, word), self.row(rowID, of: second, word) == row
        else { return nil }
        let (x1, x2) = (grid.aisles[first].xMM, grid.aisles[second].xMM)
        if x1 == x2 {
            faults.add(word.mark, "closed: \(word.text) names no stretch: name two aisles beside each other")
            return nil
        }
        return x1 < x2
            ? .gap(row: row, left: first, right: second) : .gap(row: row, left: second, right: first)
    }

    private func pillar(_ aisleID: String, _ y: String, _ word: Word) -> Closures.Closure? {
        guard let aisle = aisle(aisleID, word) else { return nil }
        guard let yMM = decimalThousandths(y) else { return unreadable(word) }
        let span = grid.aisles[aisle].spanMM
        if span.contains(yMM) { return .pillar(aisle: aisle, yMM: yMM) }
        faults.add(
            word.mark,
            "closed: aisle \(aisleID) runs from y \(metresText(span.lowerBound)) to \(metresText(span.upperBound)), "
                + "so nothing stands in it at \(y)")
        return nil
    }

    private func shelf(_ aisleID: String, _ number: String, _ word: Word) -> Closures.Closure? {
        guard let aisle = aisle(aisleID, word) else { return nil }
        guard let number = wholeNumber(number[...]) else { return unreadable(word) }
        return .shelf(aisle: aisle, number: number)
    }

    private func aisle(_ id: String, _ word: Word) -> Int? {
        if let aisle = grid.aisle(id) { return aisle }
        if isWhole {
            let near = nearestWord(to: id, among: grid.aisleIDs).map { "did you mean \($0)?" }
            faults.add(word.mark, "closed: there is no aisle \"\(id)\": \(near ?? "strike the entry")")
        }
        return nil
    }

    private func row(_ id: String, of aisle: Int, _ word: Word) -> Int? {
        if let row = grid.aisles[aisle].crossings.first(where: { grid.crossAisles[$0].id == id }) {
            return row
        }
        if isWhole {
            let known = grid.aisles[aisle].crossings.map { grid.crossAisles[$0].id }
            faults.add(
                word.mark,
                "closed: aisle \(grid.aisles[aisle].id) meets no cross aisle \"\(id)\", only "
                    + (known.isEmpty ? "none at all" : known.joined(separator: ", ")))
        }
        return nil
    }

    private func unreadable(_ word: Word) -> Closures.Closure? {
        faults.add(
            word.mark,
            "closed: \"\(word.text)\" is none of C/BACK (an aisle's mouth), D-7 (a shelf), 07@12.5 (a pillar in an "
                + "aisle), FRONT:03/04 (a cross aisle between two aisles)")
        return nil
    }
}
