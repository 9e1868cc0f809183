import Domain
import PickRouting
import WarehouseLayout

/// A warehouse's layout as the rules use it.
struct Floor {
    let warehouse: WarehouseCode
    /// Which of the warehouse's layouts; 0 where it is not loaded yet.
    var revision: Int
    let layout: Layout
    let planner: TourPlanner
    let reach: PickReach
    let calendar: ZonedCalendar
    /// Whether orders are picked from a bin, by its address as the tables hold it.
    private let picked: [BinCode: Bool]

    /// - Complexity: linear in the bins, beside what the planner needs.
    init(_ layout: Layout, revision: Int) {
        warehouse = WarehouseCode(layout.warehouse.text)
        self.revision = revision
        self.layout = layout
        planner = TourPlanner(layout: layout)
        reach = PickReach(layout)
        calendar = ZonedCalendar(layout.timezone)
        var picked: [BinCode: Bool] = [:]
        picked.reserveCapacity(layout.bins.count)
        for bin in layout.bins { picked[bin.code] = reach.obstacle(to: bin) == nil }
        self.picked = picked
    }

    /// The day that it is there: goods are good through their day of expiry where they lie.
    func day(of moment: Instant) -> Day { calendar.day(of: moment) }

    /// Whether it has such a bin, and orders are picked from there.
    ///
    /// - Complexity: one look-up by hash for an address as the tables hold it.
    func isPicked(from code: BinCode) -> Bool {
        if let isPicked = picked[code] { return isPicked }
        // Spelled otherwise, by its printed name, or no bin of this floor.
        guard let bin = layout.bin(code.text) else { return false }
        return reach.obstacle(to: bin) == nil
    }
}

/// The compiled layouts of the revisions in force, compiled again from their text when they are not cached.
final class FloorCache {
    private var floors: [WarehouseCode: Floor] = [:]

    /// The floor of `warehouse` at `revision`, if it is cached.
    func floor(_ warehouse: WarehouseCode, revision: Int) -> Floor? {
        guard let floor = floors[warehouse], floor.revision == revision else { return nil }
        return floor
    }

    @discardableResult
    func add(_ layout: Layout, revision: Int) -> Floor {
        let floor = Floor(layout, revision: revision)
        add(floor)
        return floor
    }

    func add(_ floor: Floor) { floors[floor.warehouse] = floor }

    /// Forgets everything; called when a transaction that may have put a layout here did not stay.
    func clear() { floors.removeAll() }
}
