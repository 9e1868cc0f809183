extension BlockFloor {
    /// The rectangular form of a plan; nil where it has none.
    ///
    /// It has none where aisles lie in several frames, where there are walkways beside the grid, where
    /// something is one-way, and where a place lies so that the form could not say how it is reached.
    init?(_ plan: FloorPlan) {
        let grid = plan.grid
        guard let frame = grid.aisles.first?.frame, grid.aisles.allSatisfy({ $0.frame == frame }),
            grid.crossAisles.allSatisfy({ $0.frame == frame }),
            plan.lines.lines.count == grid.aisles.count + grid.crossAisles.count,
            plan.lines.lines.allSatisfy({ $0.direction == .both })
        else { return nil }
        let columns = Set(grid.aisles.map(\.xMM)).sorted()
        let rows = Set(grid.crossAisles.map(\.yMM)).sorted()
        guard rows.count >= 2 else { return nil }
        let survey = BlockSurvey(grid: grid, lines: plan.lines.lines, columns: columns, rows: rows)
        var blocks: [[BlockSurvey.Block]] = []
        for column in columns.indices {
            guard let found = survey.blocks(ofColumn: column) else { return nil }
            blocks.append(found)
        }
        let crossings = rows.indices.map { survey.openGaps(ofRow: $0) }
        guard let positions = survey.positions(plan.places.places, blocks, crossings),
            plan.usedPlaces.allSatisfy({ positions[$0.index] != nil })
        else { return nil }
        self.init(
            aisleXMM: columns, crossAisleYMM: rows, isSubAisleOpen: blocks.map { $0.map(\.isOpen) },
            barrierYMM: blocks.map { $0.map(\.barrierYMM) }, isCrossingOpen: crossings, positions: positions)
    }
}

extension FloorPlan {
    /// The places to which somebody may be sent: those of stations and of bins that are not closed.
    fileprivate var usedPlaces: [PlaceID] {
        stations.map(\.place) + bins.lazy.filter { !$0.isClosed }.map(\.place)
    }
}

/// Reads a grid as a rectangle.
private struct BlockSurvey {
    let grid: Grid
    let lines: [WalkLine]
    let columns: [Int]
    let rows: [Int]

    /// A piece of an aisle between two cross aisles.
    struct Block {
        let isOpen: Bool
        let barrierYMM: Int?
        /// How far one gets from its lower and from its upper end.
        let lowReach: Int
        let highReach: Int
    }

    /// The pieces of one column; nil where a bar leaves no room for its own y.
    func blocks(ofColumn column: Int) -> [Block]? {
        let steps = walkableSteps(ofColumn: column)
        var blocks: [Block] = []
        for (low, high) in zip(rows, rows.dropFirst()) {
            var (lowReach, highReach) = (low, high)
            for step in steps where step.lowerBound == lowReach && step.upperBound <= high {
                lowReach = step.upperBound
            }
            for step in steps.reversed() where step.upperBound == highReach && step.lowerBound >= low {
                highReach = step.lowerBound
            }
            if lowReach == high {
                blocks.append(Block(isOpen: true, barrierYMM: nil, lowReach: high, highReach: low))
            } else if lowReach == low, highReach == high {
                blocks.append(Block(isOpen: false, barrierYMM: nil, lowReach: low, highReach: high))
            } else {
                guard highReach - lowReach >= 2 else { return nil }
                let bar = lowReach + (highReach - lowReach) / 2
                blocks.append(Block(isOpen: true, barrierYMM: bar, lowReach: lowReach, highReach: highReach))
            }
        }
        return blocks
    }

    /// The steps from stop to stop that can be walked, by growing y; cross aisles count as stops.
    private func walkableSteps(ofColumn column: Int) -> [ClosedRange<Int>] {
        var steps: [ClosedRange<Int>] = []
        for (index, aisle) in grid.aisles.enumerated() where aisle.xMM == columns[column] {
            let line = lines[index]
            let bottom = aisle.spanMM.lowerBound
            let stops = line.stops.map { bottom + $0.along } + rows.filter { aisle.spanMM.contains($0) }
            let ordered = Set(stops).sorted()
            for (low, high) in zip(ordered, ordered.dropFirst())
            where !line.isCut(from: low - bottom, to: high - bottom) { steps.append(low...high) }
        }
        return steps.sorted { $0.lowerBound < $1.lowerBound }
    }

    /// Which gaps between neighbouring columns a row can be walked through.
    func openGaps(ofRow row: Int) -> [Bool] {
        zip(columns, columns.dropFirst()).map { left, right in isOpen(row, from: left, to: right) }
    }

    private func isOpen(_ row: Int, from left: Int, to right: Int) -> Bool {
        grid.crossAisles.indices.contains { index in
            let crossAisle = grid.crossAisles[index]
            let start = crossAisle.extentMM.lowerBound
            return crossAisle.yMM == rows[row] && start <= left && right <= crossAisle.extentMM.upperBound
                && !lines[grid.aisles.count + index].isCut(from: left - start, to: right - start)
        }
    }

    /// Where every place lies; nil where one lies off the rectangle.
    func positions(
        _ places: [PlaceTable.Place], _ blocks: [[Block]], _ crossings: [[Bool]]
    ) -> [BlockFloor.Position?]? {
        var lineOfNode: [Int: (line: Int, along: Int)] = [:]
        for (index, line) in lines.enumerated() {
            for stop in line.stops where lineOfNode[stop.node] == nil {
                lineOfNode[stop.node] = (index, stop.along)
            }
        }
        var positions: [BlockFloor.Position?] = []
        for place in places {
            guard let (line, along) = lineOfNode[place.node] else { return nil }
            let found =
                line < grid.aisles.count
                ? inAisle(line, along, blocks) : onCrossAisle(line - grid.aisles.count, along, crossings)
            switch found {
            case .offGrid: return nil
            case .unreached: positions.append(nil)
            case .at(let spot): positions.append(BlockFloor.Position(line: spot, spurMM: place.spurMM))
            }
        }
        return positions
    }

    private enum Finding {
        case at(BlockFloor.Position.Line)
        case unreached
        case offGrid
    }

    private func inAisle(_ index: Int, _ along: Int, _ blocks: [[Block]]) -> Finding {
        let aisle = grid.aisles[index]
        let y = aisle.spanMM.lowerBound + along
        guard let column = columns.firstIndex(of: aisle.xMM) else { return .offGrid }
        if let row = rows.firstIndex(of: y) { return .at(.crossAisle(row, xMM: aisle.xMM)) }
        guard let above = rows.firstIndex(where: { $0 > y }), above > 0 else { return .offGrid }
        let block = blocks[column][above - 1]
        return y <= block.lowReach || y >= block.highReach ? .at(.aisle(column, yMM: y)) : .unreached
    }

    private func onCrossAisle(_ index: Int, _ along: Int, _ crossings: [[Bool]]) -> Finding {
        let crossAisle = grid.crossAisles[index]
        let x = crossAisle.extentMM.lowerBound + along
        guard let row = rows.firstIndex(of: crossAisle.yMM) else { return .offGrid }
        if columns.contains(x) { return .at(.crossAisle(row, xMM: x)) }
        let isJoined: Bool
        if x < columns[0] {
            isJoined = isOpen(row, from: x, to: columns[0])
        } else if x > columns[columns.count - 1] {
            isJoined = isOpen(row, from: columns[columns.count - 1], to: x)
        } else {
            let gap = columns.prefix { $0 < x }.count - 1
            isJoined = crossings[row][gap]
        }
        return isJoined ? .at(.crossAisle(row, xMM: x)) : .offGrid
    }
}
