/// Everything that a layout file says, put on the floor: aisles, shelves, bins, stations and the ways between.
struct FloorPlan {
    let areas: Areas
    let grid: Grid
    let closures: Closures
    var shelves: [Shelf] = []
    var bins: [Bin] = []
    /// The place in the file to blame for each bin and station.
    var binMarks: [TextMark] = []
    var stations: [Station] = []
    var stationMarks: [TextMark] = []
    var carts: [Cart] = []
    var walkways: [Walkway] = []
    var lines = WalkLines()
    var places = PlaceTable()
    let faults: FaultList
    /// False when an entry was left out for its faults: what it would have reached must not be blamed.
    let isWhole: Bool

    init(_ file: LayoutFile, _ faults: FaultList) {
        self.faults = faults
        areas = Areas(file.areas, faults)
        grid = Grid(file, areas, faults)
        isWhole = file.isWhole && grid.isWhole
        closures = Closures(file.closures, grid, isWhole: isWhole, faults)
        layGrid()
        closures.cut(&lines, grid)
        layWalkways(file.walkways, walkSpeedMMPerS: file.walkSpeedMMPerS)
        fillAisles(file)
        placeSpots(file.spots)
        placeStations(file.stations)
        carts = file.carts.map { cart($0) }
        checkCarts(file.carts)
        closures.checkShelves(shelves, grid, faults, isWhole: isWhole)
    }

    /// Lays out aisles first, then cross aisles, so that the line of an aisle has its index.
    private mutating func layGrid() {
        for (index, aisle) in grid.aisles.enumerated() {
            let start = aisle.frame.world(xMM: aisle.xMM, yMM: aisle.spanMM.lowerBound)
            let end = aisle.frame.world(xMM: aisle.xMM, yMM: aisle.spanMM.upperBound)
            _ = lines.add(WalkLine(.aisle(index), from: start, to: end, aisle.direction))
        }
        for (index, row) in grid.crossAisles.enumerated() {
            let start = row.frame.world(xMM: row.extentMM.lowerBound, yMM: row.yMM)
            let end = row.frame.world(xMM: row.extentMM.upperBound, yMM: row.yMM)
            _ = lines.add(WalkLine(.crossAisle(index), from: start, to: end, row.direction))
        }
        for (index, aisle) in grid.aisles.enumerated() {
            for row in aisle.crossings {
                let crossAisle = grid.crossAisles[row]
                let point = aisle.frame.world(xMM: aisle.xMM, yMM: crossAisle.yMM)
                lines.mark(point, along: crossAisle.yMM - aisle.spanMM.lowerBound, on: index)
                let along = aisle.xMM - crossAisle.extentMM.lowerBound
                lines.mark(point, along: along, on: grid.aisles.count + row)
            }
        }
    }

    private func cart(_ entry: CartEntry) -> Cart {
        let known = entry.areas?.map { word in
            _ = areas.area(word)
            return AreaID(upperCased(word.text))
        }
        return Cart(
            id: CartID(entry.id.text), totes: entry.totes, toteMM: entry.toteMM, maxWeightG: entry.maxWeightG,
            areas: known)
    }

    private func checkCarts(_ entries: [CartEntry]) {
        var known: Set<String> = []
        for entry in entries where !known.insert(entry.id.text).inserted {
            faults.add(entry.id.mark, "cart \(entry.id.text) stands twice: rename one")
        }
    }
}
