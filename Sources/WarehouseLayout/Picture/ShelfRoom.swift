/// The room beside an aisle in which its shelves are drawn.
struct ShelfRoom {
    /// From the aisle's centre line to the front of its shelves.
    let faceMM: Int
    /// From the centre line to the back of its shelves.
    let reachMM: Int

    /// Half the way to the nearest aisle beside each one, shared between walkway and shelves.
    static func rooms(of layout: Layout) -> [ShelfRoom] {
        layout.aisles.map { aisle in
            var half = 2_500
            for other in layout.aisles
            where other.frame == aisle.frame && other.xMM != aisle.xMM && other.spanMM.overlaps(aisle.spanMM)
            {
                half = min(half, abs(other.xMM - aisle.xMM) / 2)
            }
            return ShelfRoom(faceMM: half * 2 / 5, reachMM: max(half - 60, half * 3 / 4))
        }
    }
}
