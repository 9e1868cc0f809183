internal import Common

extension FloorPlan {
    /// Adds a shelf's bins to the plan and gives the shelf with its range of them.
    ///
    /// Bins count from the lowest level up and, within a level, by growing y.
    mutating func stock(
        _ shelf: Shelf, _ run: ShelfRunEntry, _ levels: [(entry: LevelEntry, traits: BinTraits)],
        _ binName: BinNamePattern?
    ) -> Shelf {
        let aisle = grid.aisles[shelf.aisle]
        let prefix = "\(aisle.id.text)-\(shelf.number)-"
        let first = bins.count
        var level = 0
        for (entry, traits) in levels {
            let columns = (0..<entry.columns).map { place(ofColumn: $0, of: entry.columns, in: shelf) }
            for _ in 0..<entry.levels {
                level += 1
                for column in 1...entry.columns {
                    let number = run.numbering == .run ? bins.count - first + 1 : level * 100 + column
                    let name = binName?.name(
                        aisle: aisle.id, area: aisle.area, shelf: shelf.number, level: level, column: column,
                        number: number)
                    bins.append(
                        Bin(
                            address: BinAddress(prefix + number.zeroPadded(to: 2)), printedName: name,
                            place: columns[column - 1], aisle: aisle.id, shelf: shelf.number, number: number,
                            level: level, column: column, traits: traits, area: aisle.area,
                            isClosed: shelf.isClosed))
                    binMarks.append(run.mark)
                }
            }
        }
        var stocked = shelf
        stocked.bins = first..<bins.count
        return stocked
    }

    /// The point of the aisle's centre line at a column's middle.
    private mutating func place(ofColumn column: Int, of columns: Int, in shelf: Shelf) -> PlaceID {
        let aisle = grid.aisles[shelf.aisle]
        let yMM = shelf.columnYMM(column, of: columns)
        let inside = min(max(yMM, aisle.spanMM.lowerBound), aisle.spanMM.upperBound)
        let point = aisle.frame.world(xMM: aisle.xMM, yMM: inside)
        let node = lines.mark(point, along: inside - aisle.spanMM.lowerBound, on: shelf.aisle)
        return places.place(node: node, at: point)
    }

    /// Puts the bins off the grid on the floor.
    mutating func placeSpots(_ entries: [SpotEntry]) {
        var spots = 0
        for entry in entries {
            let area = areas.area(entry.at.area)
            let traits = entry.traits.over(area.traits)
            if traits.sizeMM == nil {
                faults.add(
                    entry.mark, "these spots have no size: add size: [along, deep, high] in mm, or a type:")
            }
            for (step, id) in entry.ids.ids.enumerated() {
                spots += 1
                guard spots <= LayoutLimits.spotsMax, bins.count < LayoutLimits.binsMax else {
                    faults.add(entry.mark, "the layout has more than \(LayoutLimits.spotsMax) spots")
                    return
                }
                guard let point = point(entry.at.moved(by: entry.pitchMM, times: step), id),
                    let place = place(at: point, join: nil, entry.ids.mark, id)
                else { continue }
                bins.append(
                    Bin(
                        address: BinAddress(id), printedName: nil, place: place, aisle: nil, shelf: 0,
                        number: 0,
                        level: 1, column: 1, traits: traits, area: area.id, isClosed: false))
                binMarks.append(entry.ids.mark)
            }
        }
    }

    /// An entry's point in the building; nil, with a fault, where a pitch leads out of it.
    func point(_ entry: PointEntry, _ name: String) -> Point? {
        if abs(entry.xMM) <= LayoutLimits.coordinateMM, abs(entry.yMM) <= LayoutLimits.coordinateMM {
            return areas.world(entry)
        }
        faults.add(entry.mark, like: "far", "\(name) would lie out of the building: check pitch")
        return nil
    }

    /// The place at a point beside the lines, joined by a straight path to `join` or the nearest line.
    mutating func place(at point: Point, join: Point?, _ mark: TextMark, _ name: String) -> PlaceID? {
        guard let foot = lines.nearest(to: join ?? point) else {
            if isWhole {
                faults.add(
                    mark, like: "no line",
                    "\(name) has nothing walkable on its floor: add an aisle, a cross aisle or a walkway there"
                )
            }
            return nil
        }
        let node = lines.mark(foot.point, along: along(foot), on: foot.line)
        if foot.point == point { return places.place(node: node, at: point) }
        let corner = join.flatMap { $0 == foot.point || $0 == point ? nil : $0 }
        return places.place(beside: node, via: [foot.point] + (corner.map { [$0] } ?? []), at: point)
    }
}

extension Shelf {
    /// The middle of a column, counted from 0, on the aisle: columns lie side by side around the shelf's centre.
    func columnYMM(_ column: Int, of columns: Int) -> Int {
        dividedHalfUp(2 * centreYMM * columns + (2 * column + 1 - columns) * lengthMM, 2 * columns)
    }
}
