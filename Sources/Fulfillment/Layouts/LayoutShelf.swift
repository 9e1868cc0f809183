import GRDB
import PickRouting
import WarehouseLayout

/// A warehouse's layout as the rules use it.
struct Floor {
    let warehouse: WarehouseCode
    let revision: Int
    let layout: Layout
    let planner: TourPlanner
    let reach: PickReach
}

/// The compiled layouts of the revisions in force, compiled again from their text when they are not at hand.
final class LayoutShelf {
    private var floors: [WarehouseCode: Floor] = [:]

    /// The floor of `warehouse` at `revision`, if it is at hand.
    func floor(_ warehouse: WarehouseCode, revision: Int) -> Floor? {
        guard let floor = floors[warehouse], floor.revision == revision else { return nil }
        return floor
    }

    @discardableResult
    func put(_ layout: Layout, revision: Int) -> Floor {
        let warehouse = WarehouseCode(layout.warehouse.text)
        let floor = Floor(
            warehouse: warehouse, revision: revision, layout: layout, planner: TourPlanner(layout: layout),
            reach: PickReach(layout))
        floors[warehouse] = floor
        return floor
    }

    /// Forgets everything; called when a transaction that may have put a layout here did not stay.
    func clear() { floors.removeAll() }
}
