extension FloorPlan {
    /// Puts shelves along every aisle and bins into the shelves.
    mutating func fillAisles(_ file: LayoutFile) {
        var room = LayoutLimits.binsMax
        for index in grid.aisles.indices {
            let entry = file.aisles[grid.entryOfAisle[index]]
            room -= entry.runs.reduce(0) { $0 + $1.count * $1.binsPerShelf }
            if room < 0 {
                faults.add(entry.mark, "the layout has more than \(LayoutLimits.binsMax) bins")
                return
            }
            fill(index, entry, file.binName)
        }
    }

    private mutating func fill(_ index: Int, _ entry: AisleEntry, _ binName: BinNamePattern?) {
        let around = entry.traits.over(areas.area(entry.area).traits)
        let firstShelf = shelves.count
        var used: Set<Int> = []
        var next = 1
        for run in entry.runs {
            let levels = resolved(run, around)
            let first = run.first ?? next
            next = first + run.count * run.step
            if next - run.step > LayoutLimits.shelfNumberMax {
                faults.add(
                    run.mark, "shelf numbers go past \(LayoutLimits.shelfNumberMax): check first and step")
                continue
            }
            for k in 0..<run.count {
                let number = first + k * run.step
                let shelf = shelf(number, k, of: run, in: index)
                guard used.insert(number).inserted else {
                    faults.add(
                        run.mark, like: "shelf number",
                        "duplicate address: shelf \(grid.aisles[index].id)-\(number) stands twice; set first: to a "
                            + "number that is free")
                    continue
                }
                check(shelf, run)
                shelves.append(stock(shelf, run, levels, binName))
            }
        }
        checkOverlaps(from: firstShelf)
    }

    /// A run's levels with what holds for their bins.
    private func resolved(_ run: ShelfRunEntry, _ around: BinTraits) -> [(
        entry: LevelEntry, traits: BinTraits
    )] {
        run.levels.map { level in
            let traits = level.traits.over(run.traits).over(around)
            if traits.sizeMM == nil {
                faults.add(
                    level.mark,
                    "these bins have no size: add size: [along, deep, high] in mm, or a type: that has one")
            }
            return (level, traits)
        }
    }

    private func shelf(_ number: Int, _ k: Int, of run: ShelfRunEntry, in aisle: Int) -> Shelf {
        let side: Shelf.Side =
            switch run.sides {
            case .left: .left
            case .right: .right
            case .both: number % 2 == 1 ? .left : .right
            }
        let step = run.sides == .both ? k / 2 : k
        return Shelf(
            aisle: aisle, number: number, side: side, centreYMM: run.firstYMM + step * run.lengthMM,
            lengthMM: run.lengthMM,
            columnsByLevel: run.levels.flatMap { Array(repeating: $0.columns, count: $0.levels) },
            isClosed: closures.isClosed(aisle: aisle, shelf: number), bins: bins.count..<bins.count,
            mark: run.mark)
    }

    /// Notes a shelf that stands beyond its aisle's ends or in a cross aisle.
    private func check(_ shelf: Shelf, _ run: ShelfRunEntry) {
        let aisle = grid.aisles[shelf.aisle]
        let (low, high) = (shelf.doubledSpan.lowerBound, shelf.doubledSpan.upperBound)
        let name = "shelf \(aisle.id)-\(shelf.number)"
        let reach = "from y \(metresText(dividedHalfUp(low, 2))) to y \(metresText(dividedHalfUp(high, 2)))"
        if low < 2 * aisle.spanMM.lowerBound || high > 2 * aisle.spanMM.upperBound {
            let (start, end) = (metresText(aisle.spanMM.lowerBound), metresText(aisle.spanMM.upperBound))
            faults.add(
                run.mark, like: "outside",
                "\(name) reaches \(reach), outside its aisle (y \(start) to \(end)): change first_y, count or length"
            )
        }
        for row in aisle.crossings {
            let crossAisle = grid.crossAisles[row]
            guard low < 2 * crossAisle.yMM, 2 * crossAisle.yMM < high else { continue }
            faults.add(
                run.mark, like: "across",
                "\(name) reaches \(reach), across cross aisle \(crossAisle.id) at y \(metresText(crossAisle.yMM)): "
                    + "end the run before it and begin another behind it")
        }
    }

    private func checkOverlaps(from first: Int) {
        for side in [Shelf.Side.left, .right] {
            let row = shelves[first...].filter { $0.side == side }
                .sorted { ($0.doubledSpan.lowerBound, $0.number) < ($1.doubledSpan.lowerBound, $1.number) }
            for (one, other) in zip(row, row.dropFirst())
            where other.doubledSpan.lowerBound < one.doubledSpan.upperBound {
                let aisle = grid.aisles[one.aisle].id
                faults.add(
                    max(one.mark, other.mark), like: "overlap",
                    "shelves \(aisle)-\(one.number) and \(aisle)-\(other.number) overlap on the "
                        + "\(side == .left ? "left" : "right") side: change first_y or length")
            }
        }
    }
}

extension ShelfRunEntry {
    var binsPerShelf: Int { levels.reduce(0) { $0 + $1.columns * $1.levels } }
}
