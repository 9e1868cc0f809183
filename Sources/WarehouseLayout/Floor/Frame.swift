/// Where an area's own coordinates lie in the building.
struct Frame: Hashable, Sendable {
    let origin: Point
    /// Quarter turns against the clock, seen from above with y pointing away: 1 lays the area's x along the
    /// building's y.
    let quarterTurns: Int

    static let ground = Frame(origin: Point(xMM: 0, yMM: 0), quarterTurns: 0)

    /// The building's point for a point of the area.
    func world(xMM: Int, yMM: Int) -> Point {
        let (x, y) =
            switch quarterTurns {
            case 1: (-yMM, xMM)
            case 2: (-xMM, -yMM)
            case 3: (yMM, -xMM)
            default: (xMM, yMM)
            }
        return Point(xMM: origin.xMM + x, yMM: origin.yMM + y, floor: origin.floor)
    }
}
